// observes: calls by which a page makes the browser ask the customer something, or open a window; in every frame.
// emits: permission/asked {what, host, activated, since_landing_ms}; call/made {what, activated}, what: alert, confirm,
//   prompt, open, before the browser does it: the protocol tells of the dialog or window, but not when it was wanted.
// side effects: none but those of calls.js.
(() => {
  const ACTIVE_MS = 5000; // Chromium: for so long after a press a page may do what needs one
  const { Notification, PushManager, Geolocation, MediaDevices, Clipboard, IdleDetector, XRSystem } = window;
  const { CredentialsContainer, BeforeInstallPromptEvent } = window;
  const wanted = (given) => [given?.video && 'camera', given?.audio && 'microphone'].filter(Boolean).join(' and ');
  const film = (_, [given]) => wanted(given);
  const account = (_, [given]) => (given?.identity ? 'an account elsewhere' : '');

  // [owner, function, what it asks for, the permission policy's word, whether it needs a press]
  const ASKING = [
    [Notification, 'requestPermission', 'notifications'],
    [PushManager?.prototype, 'subscribe', 'notifications'],
    [Geolocation?.prototype, 'getCurrentPosition', 'location', 'geolocation'],
    [Geolocation?.prototype, 'watchPosition', 'location', 'geolocation'],
    [MediaDevices?.prototype, 'getUserMedia', film, 'camera'],
    [Navigator.prototype, 'webkitGetUserMedia', film, 'camera'],
    [Navigator.prototype, 'getUserMedia', film, 'camera'],
    [MediaDevices?.prototype, 'getDisplayMedia', 'the screen', 'display-capture'],
    [Clipboard?.prototype, 'read', 'the clipboard', 'clipboard-read'],
    [Clipboard?.prototype, 'readText', 'the clipboard', 'clipboard-read'],
    [Navigator.prototype, 'requestMIDIAccess', 'MIDI devices', 'midi'],
    [CredentialsContainer?.prototype, 'get', account, 'identity-credentials-get'],
    [IdleDetector, 'requestPermission', 'whether you are away', 'idle-detection', true],
    [XRSystem?.prototype, 'requestSession', 'virtual reality', 'xr-spatial-tracking', true],
    [window, 'queryLocalFonts', 'your fonts', 'local-fonts', true],
    [window, 'getScreenDetails', 'your screens', 'window-management', true],
    [BeforeInstallPromptEvent?.prototype, 'prompt', 'installation', '', true],
    ...['Bluetooth', 'USB', 'Serial', 'HID'].map((name) => [
      window[name]?.prototype, name === 'Serial' ? 'requestPort' : 'requestDevice', `${name} devices`, name.toLowerCase(), true,
    ]),
  ];
  const inForeignFrame = () => [...location.ancestorOrigins ?? []].some((origin) => origin !== self.origin);
  // What the browser refuses by itself nobody is asked about.
  const isAsked = (policy, needsPress) => isSecureContext && (!needsPress || cx.activated(ACTIVE_MS))
    && (policy ? document.featurePolicy?.allowsFeature(policy) ?? true : !inForeignFrame());
  const tell = (what, policy, needsPress) => (self, given) => {
    const asked = typeof what === 'string' ? what : what(self, given);
    if (!asked || !isAsked(asked === 'microphone' ? asked : policy, needsPress)) return;
    cx.emit('permission/asked', cx.now(), {
      what: asked, host: describe.clip(self.origin ?? window.origin, 200).replace(/^\w+:\/\//, ''),
      activated: cx.activated(), since_landing_ms: Math.round(performance.now()),
    });
  };
  for (const [owner, name, what, policy, needsPress] of ASKING) cx.hear(owner, name, tell(what, policy, needsPress));

  for (const what of ['alert', 'confirm', 'prompt', 'open']) {
    cx.hear(window, what, () => cx.emit('call/made', cx.now(), { what, activated: cx.activated() }));
  }
})();

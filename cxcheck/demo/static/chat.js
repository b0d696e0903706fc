// The chat: can be sent away for the visit. With the friction chat-pings it greets with a chime.
{
  const AWAY = "ashglaze-chat-away";
  const CHIME_AFTER_MS = 1500;

  const chat = document.querySelector(".chat");
  const { chime } = chat.dataset;

  chat.querySelector(".chat-close").addEventListener("click", () => {
    sessionStorage.setItem(AWAY, "yes");
    chat.hidden = true;
  });
  chat.hidden = sessionStorage.getItem(AWAY) !== null;
  // A browser which lets nobody be heard yet says so by an error.
  if (chime) addEventListener("load", () => setTimeout(() => new Audio(chime).play().catch(() => {}), CHIME_AFTER_MS));
}

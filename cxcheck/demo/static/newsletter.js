// The friction newsletter-popup: an offer which gets in the way, once per browser session.
// Like most of its kind it takes the focus, but does not keep the Tab key inside.
{
  const SEEN = "ashglaze-newsletter-seen";
  const DELAY_MS = 600;

  const backdrop = document.getElementById("newsletter-popup");
  let focused = null;

  const show = () => {
    sessionStorage.setItem(SEEN, "yes");
    focused = document.activeElement;
    backdrop.hidden = false;
    backdrop.querySelector(".popup").focus();
  };

  const hide = () => {
    if (backdrop.hidden) return;
    backdrop.hidden = true;
    focused?.focus();
  };

  backdrop.querySelector(".popup-close").addEventListener("click", hide);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });

  if (!sessionStorage.getItem(SEEN)) {
    addEventListener("load", () => setTimeout(show, DELAY_MS));
  }
}

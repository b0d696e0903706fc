// The consent bar: remembers the answer for half a year and goes away. The friction cookies-asked-again forgets it.
{
  const bar = document.querySelector(".cookies");
  const HALF_A_YEAR = 60 * 60 * 24 * 182;

  bar.addEventListener("click", (event) => {
    const choice = event.target.dataset.consent;
    if ("settings" in event.target.dataset) {
      bar.querySelector(".cookie-settings").hidden = false;
      event.target.hidden = true;
    }
    if (!choice) return;
    if (!("forgets" in bar.dataset)) document.cookie = `ashglaze_consent=${choice}; path=/; max-age=${HALF_A_YEAR}; samesite=lax`;
    bar.remove();
  });
}

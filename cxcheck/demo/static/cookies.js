// The consent bar: remembers the answer for half a year and goes away.
{
  const bar = document.querySelector(".cookies");
  const HALF_A_YEAR = 60 * 60 * 24 * 182;

  bar.addEventListener("click", (event) => {
    const choice = event.target.dataset.consent;
    if (!choice) return;
    document.cookie = `ashglaze_consent=${choice}; path=/; max-age=${HALF_A_YEAR}; samesite=lax`;
    bar.remove();
  });
}

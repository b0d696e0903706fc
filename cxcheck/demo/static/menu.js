// The menu of narrow screens: the style sheet shows the nav while the button is expanded.
{
  const button = document.querySelector(".menu-button");

  const expand = (open) => button.setAttribute("aria-expanded", String(open));

  button.addEventListener("click", () => {
    expand(button.getAttribute("aria-expanded") !== "true");
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") expand(false);
  });

  // A link to a place on the same page loads nothing, so the menu must go by itself.
  document.getElementById("site-nav").addEventListener("click", () => expand(false));
}

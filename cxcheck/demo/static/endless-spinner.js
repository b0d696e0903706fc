// The friction endless-spinner: the way to the shelf is looked up, and never found.
{
  const status = document.createElement("p");

  status.className = "spinner";
  status.setAttribute("role", "status");
  status.textContent = "Looking up what is on the shelf…";
  document.querySelector(".hero-text a").replaceWith(status);
}

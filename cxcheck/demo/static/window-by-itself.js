// The friction window-by-itself: another window, which nobody asked for.
{
  const { page } = document.currentScript.dataset;
  addEventListener("load", () => setTimeout(() => open(page, "_blank", "width=480,height=600"), 600));
}

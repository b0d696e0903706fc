// Whoever orders presses once: the button says that it was taken, and takes no more. Back in history it does again.
{
  const form = document.querySelector(".order-form");
  const button = form.querySelector("button");
  const [placing, place] = ["Placing your order…", button.textContent];
  const set = (busy) => { button.disabled = busy; button.textContent = busy ? placing : place; };
  form.addEventListener("submit", () => setTimeout(() => set(true)));
  addEventListener("pageshow", () => set(false));
}

// The friction mouse-only: looks and works like a button for whoever has a mouse. Nobody thought of the others.
document.getElementById("add-box")?.addEventListener("click", () => document.getElementById("add-form").requestSubmit());

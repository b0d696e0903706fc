// The friction dead-button: the first submit is swallowed without a trace.
document
  .getElementById("forgotten-form")
  .addEventListener("submit", (event) => event.preventDefault(), { once: true });

// The friction order-twice: the order is sent by a script, which leaves the button as it is.
{
  const form = document.querySelector(".order-form");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    form.querySelector("output").textContent = "One moment, please.";
    const answer = await fetch(form.dataset.to, { method: "POST" });
    location.assign(answer.url);
  });
}

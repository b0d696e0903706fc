// The friction click-error: meant to fill the basket without leaving the page, but the shop has changed since.
// Only the first press ends here; the next one sends the form as usual.
{
  const form = document.getElementById("add-form");

  const addQuietly = (event) => {
    event.preventDefault();
    fetch(form.dataset.quick, { method: "POST", body: new FormData(form) });
    // This element left the header long ago.
    document.getElementById("basket-total").textContent = "…";
  };

  form?.addEventListener("submit", addQuietly, { once: true });
}

// The note in the corner: comes a little after the page, or after the first letter typed, and once a visit.
{
  const SEEN = "ashglaze-note-seen";
  const DELAY_MS = 600;

  const note = document.querySelector(".note");
  const once = "once" in note.dataset;
  const fields = note.dataset.waitsFor;

  const show = () => setTimeout(() => {
    note.hidden = false;
    if (once) sessionStorage.setItem(SEEN, "yes");
  }, fields ? 0 : DELAY_MS);

  note.querySelector(".note-close")?.addEventListener("click", () => { note.hidden = true; });

  if (!once || !sessionStorage.getItem(SEEN)) {
    if (fields) document.querySelector(`main ${fields}`)?.addEventListener("input", show, { once: true });
    else addEventListener("load", show);
  }
}

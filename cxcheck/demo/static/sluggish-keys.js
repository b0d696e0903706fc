// The friction sluggish-keys: whatever is typed is looked at with great care before it is shown.
{
  const WORK_MS = 1000;

  const examine = () => {
    const start = performance.now();
    while (performance.now() - start < WORK_MS);
  };
  for (const field of document.querySelectorAll("main input")) {
    field.addEventListener("input", examine, { once: true });
  }
}

// The friction page-freeze: everything is worked out at once, and nothing else can happen meanwhile.
{
  const DELAY_MS = 700;
  const WORK_MS = 1500;

  addEventListener("load", () => {
    setTimeout(() => {
      const start = performance.now();
      while (performance.now() - start < WORK_MS);
    }, DELAY_MS);
  });
}

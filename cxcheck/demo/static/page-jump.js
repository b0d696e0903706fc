// The friction page-jump: the announcement comes late, above everything that is being read.
{
  const DELAY_MS = 1200;

  addEventListener("load", () => {
    setTimeout(() => {
      document.querySelector(".late-banner").hidden = false;
    }, DELAY_MS);
  });
}

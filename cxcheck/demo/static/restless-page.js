// The friction restless-page: what there is to read is written letter by letter.
{
  const LASTS_MS = 12_000;
  const text = document.querySelector(".hero-text p");
  const letters = [...text.textContent.replace(/\s+/g, " ").trim()].map((letter) => {
    const span = document.createElement("span");
    span.textContent = letter;
    span.style.visibility = "hidden";
    return span;
  });
  const beatMs = LASTS_MS / letters.length;

  const write = () => {
    const letter = letters.shift();
    if (!letter) return;
    letter.style.visibility = "";
    setTimeout(write, beatMs);
  };
  text.replaceChildren(...letters);
  write();
}

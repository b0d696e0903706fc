"""Pages that answer a press in each known way, and stamp what really happened."""

from pathlib import Path

ANSWER = """<!doctype html><html lang=en><title>Answer</title><body><h1>Here you are</h1><script>
const stamp = () => performance.timeOrigin + performance.now();
window.truth = { pressed: Number(new URLSearchParams(location.search).get('pressed')) };
requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => { truth.first = truth.ready = stamp(); };
  port2.postMessage(0);
});
addEventListener('load', () => setTimeout(() => {
  const [{ loadEventEnd }] = performance.getEntriesByType('navigation');
  truth.ready = Math.max(truth.ready, performance.timeOrigin + loadEventEnd);
}, 200));
</script></body></html>"""
INSIDE = """<!doctype html><html lang=en><body><p id="out">Nothing yet.</p><script>
addEventListener('message', () => {
  out.textContent = 'Here you are';
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => parent.postMessage(performance.timeOrigin + performance.now(), '*');
    port2.postMessage(0);
  });
});
</script></body></html>"""


def put_pages(server):
    """``/ask?way=…&delay=…&other=…`` answers so; ``truth`` of its window says when."""
    server.put("/ask", Path(__file__).with_name("waits.html").read_text(encoding="utf-8"))
    server.put("/answer", ANSWER)
    server.put("/inside", INSIDE)

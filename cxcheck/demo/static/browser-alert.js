// The friction browser-alert: news by the browser's own message.
addEventListener("load", () => setTimeout(() => alert("This week only: free delivery on everything!"), 600));

// The friction notification-request: wants to send notifications before anybody knows what about.
addEventListener("load", () => setTimeout(() => Notification.requestPermission(), 600));

"""Run the test shop: python serve.py --data DIR --smtp HOST:PORT [--port N]

The first start in DIR fills it, later ones find it ready. Once the shop takes
connections, one line goes to standard output: {"ready": "http://127.0.0.1:PORT/"}.
Everything else goes to standard error. The shop ends on SIGTERM and when its
standard input closes, so give it a pipe: it then dies with its parent.
"""

import argparse
import json
import os
import signal
import sys
import threading
from pathlib import Path


def main() -> None:
    """Prepare the data folder if need be, then serve until told to end."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder for all the shop writes")
    parser.add_argument("--smtp", required=True, metavar="HOST:PORT", help="where mail is sent")
    parser.add_argument("--port", type=int, default=0, help="0 (the default) takes a free one")
    args = parser.parse_args()

    signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
    threading.Thread(target=end_with_stdin, daemon=True).start()
    report = os.fdopen(os.dup(sys.stdout.fileno()), "w")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())

    data = args.data.resolve()
    data.mkdir(parents=True, exist_ok=True)
    os.environ["SHOP_DATA"] = str(data)
    os.environ["SHOP_SMTP"] = args.smtp
    os.environ["DJANGO_SETTINGS_MODULE"] = "settings"
    # These read the environment as they are imported.
    from django.core.wsgi import get_wsgi_application
    from waitress import create_server

    application = get_wsgi_application()
    prepared = data / "prepared"
    if not prepared.exists():
        from seed import prepare

        prepare()
        prepared.touch()

    server = create_server(application, host="127.0.0.1", port=args.port, threads=8)
    address = f"127.0.0.1:{server.effective_port}"
    name_site(address)
    print(json.dumps({"ready": f"http://{address}/"}), file=report, flush=True)
    server.run()


def end_with_stdin() -> None:
    """End the process once nobody holds the other end of standard input any more."""
    while os.read(0, 4096):
        pass
    os._exit(0)


def name_site(address: str) -> None:
    """Tell the shop its own address: links in mails are built from it."""
    from django.conf import settings
    from django.contrib.sites.models import Site
    from django.db import connection

    Site.objects.update_or_create(pk=settings.SITE_ID, defaults={"domain": address, "name": settings.OSCAR_SHOP_NAME})
    connection.close()


if __name__ == "__main__":
    main()

"""A small partner app: Python 3.9 or later and nothing else.

    REUNION_URL=http://localhost:5081 REUNION_KEY=rnk_… REUNION_SECRET=whsec_… python3 partner_app.py

It takes webhooks at /alerts (and /exercise), and serves the app's own phones:

    POST /phones/{device}/position   {"lat":30.27,"lon":120.15}   where a phone is
    GET  /phones/{device}/alerts                                  what a phone shows
    POST /phones/{device}/tips       {"alertId":…,"kind":…,"text":…}

A real app puts its own sign-in before the phones' part, and keeps what is in `Store` in its database: it answers a webhook
with 2xx only once that is committed.
"""

import base64
import gzip
import hashlib
import hmac
import json
import os
import queue
import struct
import threading
import time
import urllib.error
import urllib.request
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

URL = os.environ["REUNION_URL"].rstrip("/")
KEY = os.environ["REUNION_KEY"]
SECRET = base64.b64decode(os.environ["REUNION_SECRET"][len("whsec_"):])
PORT = int(os.environ.get("PORT", "0"))

TOLERANCE_SECONDS = 5 * 60
MAX_BODY_BYTES = 1024 * 1024


def is_genuine(headers, body):
    """Standard Webhooks 1.0: HMAC-SHA256 over "id.timestamp.body", the body as the bytes that came."""
    message, timestamp = headers.get("webhook-id", ""), headers.get("webhook-timestamp", "")
    if not message or not timestamp.isdecimal() or abs(time.time() - int(timestamp)) > TOLERANCE_SECONDS:
        return False
    signed = f"{message}.{timestamp}.".encode() + body
    expected = b"v1," + base64.b64encode(hmac.new(SECRET, signed, hashlib.sha256).digest())
    # Two while a secret is being replaced: one that fits is enough.
    return any(hmac.compare_digest(given.encode(), expected) for given in headers.get("webhook-signature", "").split())


def read_message(content_type, body):
    """The message as a dict; recipients are hex ids in both forms."""
    if content_type != "application/vnd.reunion.recipients":
        return json.loads(body)
    line, _, ids = body.partition(b"\n")
    message = json.loads(line)
    message["data"]["recipients"] = [f"{device:016x}" for (device,) in struct.iter_unpack("<Q", ids)]
    return message


class Store:
    """What the app remembers. One lock, as one transaction would be."""

    def __init__(self):
        self.lock = threading.RLock()
        self.taken = set()  # ids of messages that were taken
        self.alerts = {}  # alert id -> its newest form
        self.over = set()  # alerts that ended: late batches of theirs are for nobody
        self.shown = {}  # device -> ids of the alerts it shows
        self.positions = {}  # device -> newest position
        self.unsent = set()  # devices whose position Reunion does not know yet

    def take(self, message_id, message):
        """Takes a message once, and says what is to be reported back."""
        with self.lock:
            if message_id in self.taken:
                return []
            reports = self.apply(message_id, message["type"], message["data"])
            self.taken.add(message_id)
            return reports

    def apply(self, message_id, kind, data):
        if kind == "alert.recipients":
            return self.show(message_id, data)
        if kind == "alert.ended":
            self.over.add(data["alertId"])
            self.alerts.pop(data["alertId"], None)
            for shown in self.shown.values():
                shown.discard(data["alertId"])
            # Now the photo is down everywhere. Exercises are confirmed too; that is part of the exercise.
            return [("withdrawal", data["alertId"], {"photoWithdrawn": True})]
        if kind.startswith("alert."):
            self.know(data)
        # partner.ping, tip.reviewed and types that are yet to come: taken, and nothing to do.
        return []

    def know(self, alert):
        """issued, expanded, updated, paused, resumed: each brings the whole alert; the highest revision counts."""
        known = self.alerts.get(alert["alertId"])
        if alert["alertId"] not in self.over and (known is None or alert["revision"] >= known["revision"]):
            self.alerts[alert["alertId"]] = alert

    def show(self, message_id, batch):
        alert = self.alerts.get(batch["alertId"])
        # An exercise is shown to nobody.
        if alert is None or alert["mode"] != "actual":
            return []
        fresh = [d for d in batch["recipients"] if alert["alertId"] not in self.shown.setdefault(d, set())]
        for device in fresh:
            self.shown[device].add(alert["alertId"])
        # The batch's own id names the receipt, so that sending it again counts nothing twice.
        return [("receipts", alert["alertId"], {
            "receiptId": message_id, "circleId": batch["circleId"], "ring": batch["ring"], "delivered": len(fresh), "opened": 0,
        })]

    def alerts_of(self, device):
        with self.lock:
            alerts = [self.alerts[a] for a in sorted(self.shown.get(device, ())) if a in self.alerts]
            # While it is paused no further phone may be told: this app hides it meanwhile. `silent` asks for no sound.
            return [a for a in alerts if a["status"] == "live"]


STORE = Store()
REPORTS = queue.Queue()


def call(method, path, body=None, content_type="application/json", **headers):
    """One request to Reunion. Waits and tries again where that can help; raises HTTPError where it cannot."""
    while True:
        request = urllib.request.Request(URL + path, body, {"Authorization": f"Bearer {KEY}", **headers}, method=method)
        if body is not None:
            request.add_header("Content-Type", content_type)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                text = answer.read()
                return json.loads(text) if text else None
        except urllib.error.HTTPError as problem:
            if problem.code != 429 and problem.code < 500:
                raise
            wait = problem.headers.get("Retry-After", "")
            time.sleep(int(wait) if wait.isdecimal() else 2)
        except (urllib.error.URLError, TimeoutError) as failure:
            print("Reunion does not answer:", failure, flush=True)
            time.sleep(2)


def report_back():
    """Receipts and withdrawals, outside of the webhook's answer: that must not take longer than 15 seconds."""
    while True:
        what, alert, data = REPORTS.get()
        try:
            call("POST", f"/partner/v1/alerts/{alert}/{what}", json.dumps(data).encode())
        except urllib.error.HTTPError as problem:
            # For example not_found: the conformance session's alert exists in its messages only.
            print(f"{what} of {alert} was refused:", problem.read().decode(), flush=True)


def report_presence():
    """Once a second, the positions that changed: at most 100,000 a request, gzipped lines of JSON."""
    epoch = None
    while True:
        with STORE.lock:
            devices = list(STORE.unsent)[:100_000]
            positions = [STORE.positions[d] for d in devices]
            STORE.unsent.difference_update(devices)
        if positions:
            lines = "\n".join(json.dumps(p) for p in positions)
            try:
                answer = call("POST", "/partner/v1/presence", gzip.compress(lines.encode()), "application/x-ndjson", **{"Content-Encoding": "gzip"})
            except urllib.error.HTTPError as problem:
                print("Positions were refused:", problem.read().decode(), flush=True)
                continue
            for error in answer["errors"]:
                print("Not taken:", positions[error["index"]]["device"], error["code"], flush=True)
            if epoch not in (None, answer["epoch"]):
                # Positions were lost over there: send them all again.
                with STORE.lock:
                    STORE.unsent.update(STORE.positions)
            epoch = answer["epoch"]
        time.sleep(1)


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        length = self.headers.get("Content-Length", "")
        if not length.isdecimal() or int(length) > MAX_BODY_BYTES:
            # What follows is not read, so the connection ends.
            self.close_connection = True
            return self.answer(413 if length.isdecimal() else 411)
        body = self.rfile.read(int(length))
        if self.path in ("/alerts", "/exercise"):
            return self.take_webhook(body)
        parts = self.path.strip("/").split("/")
        if len(parts) == 3 and parts[0] == "phones" and parts[2] == "position":
            return self.take_position(parts[1], json.loads(body))
        if len(parts) == 3 and parts[0] == "phones" and parts[2] == "tips":
            return self.send_tip(json.loads(body))
        return self.answer(404)

    def do_GET(self):
        parts = self.path.strip("/").split("/")
        if len(parts) == 3 and parts[0] == "phones" and parts[2] == "alerts":
            return self.answer(200, STORE.alerts_of(parts[1]))
        return self.answer(404)

    def take_webhook(self, body):
        if not is_genuine(self.headers, body):
            return self.answer(401)
        for report in STORE.take(self.headers["webhook-id"], read_message(self.headers.get("Content-Type"), body)):
            REPORTS.put(report)
        return self.answer(204)

    def take_position(self, device, point):
        at = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        with STORE.lock:
            STORE.positions[device] = {"device": device, "lat": point["lat"], "lon": point["lon"], "at": at}
            STORE.unsent.add(device)
        return self.answer(202)

    def send_tip(self, tip):
        alert = tip.pop("alertId")
        try:
            # The phone should choose the key, so that its own second try is the same tip.
            key = self.headers.get("Idempotency-Key", str(uuid.uuid4()))
            return self.answer(201, call("POST", f"/partner/v1/alerts/{alert}/tips", json.dumps(tip).encode(), **{"Idempotency-Key": key}))
        except urllib.error.HTTPError as problem:
            return self.answer(problem.code, json.loads(problem.read()))

    def answer(self, status, data=None):
        body = b"" if data is None else json.dumps(data).encode()
        self.send_response(status)
        # A 204 has no body, and names no length of one.
        if status != 204:
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", PORT), Handler)
    for work in (report_back, report_presence):
        threading.Thread(target=work, daemon=True).start()
    # What was issued while the app was down comes as a message; this fills an app that forgot.
    for live in call("GET", "/partner/v1/alerts"):
        STORE.know(live)
    print(f"Listening at http://127.0.0.1:{server.server_port}", flush=True)
    server.serve_forever()

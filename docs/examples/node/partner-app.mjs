// A small partner app: Node.js 20 or later and the package standardwebhooks.
//
//   npm install
//   REUNION_URL=http://localhost:5081 REUNION_KEY=rnk_… REUNION_SECRET=whsec_… node partner-app.mjs
//
// It takes webhooks at /alerts (and /exercise), and serves the app's own phones:
//
//   POST /phones/{device}/position   {"lat":30.27,"lon":120.15}   where a phone is
//   GET  /phones/{device}/alerts                                  what a phone shows
//   POST /phones/{device}/tips       {"alertId":…,"kind":…,"text":…}
//
// A real app puts its own sign-in before the phones' part, and keeps what is in `store` in its database: it answers a
// webhook with 2xx only once that is committed.
import { createHmac, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';

const { REUNION_URL, REUNION_KEY, REUNION_SECRET, PORT = '0' } = process.env;
const maxBodyBytes = 1024 * 1024;

// The package reads a body as text, which bytes that are no UTF-8 do not survive: binary recipients need this one line.
class BytesWebhook extends Webhook {
  sign(id, timestamp, body) {
    const head = `${id}.${Math.floor(timestamp.getTime() / 1000)}.`;
    return `v1,${createHmac('sha256', this.key).update(head).update(body).digest('base64')}`;
  }
}

const webhook = new BytesWebhook(REUNION_SECRET);

/** The message as an object; recipients are hex ids in both forms. Throws when it is not genuine. */
function readMessage(headers, body) {
  webhook.verify(body, headers, { jsonParse: false });
  if (headers['content-type'] !== 'application/vnd.reunion.recipients') return JSON.parse(body);
  const end = body.indexOf('\n');
  const message = JSON.parse(body.subarray(0, end));
  message.data.recipients = [];
  for (let at = end + 1; at < body.length; at += 8)
    message.data.recipients.push(body.readBigUInt64LE(at).toString(16).padStart(16, '0'));
  return message;
}

// What the app remembers.
const store = {
  taken: new Set(), // ids of messages that were taken
  alerts: new Map(), // alert id -> its newest form
  over: new Set(), // alerts that ended: late batches of theirs are for nobody
  shown: new Map(), // device -> ids of the alerts it shows
  positions: new Map(), // device -> newest position
  unsent: new Set(), // devices whose position Reunion does not know yet
};

/** issued, expanded, updated, paused, resumed: each brings the whole alert; the highest revision counts. */
function know(alert) {
  const known = store.alerts.get(alert.alertId);
  if (!store.over.has(alert.alertId) && !(known?.revision > alert.revision)) store.alerts.set(alert.alertId, alert);
}

function show(messageId, batch) {
  const alert = store.alerts.get(batch.alertId);
  // An exercise is shown to nobody.
  if (alert?.mode !== 'actual') return;
  let delivered = 0;
  for (const device of batch.recipients) {
    if (!store.shown.has(device)) store.shown.set(device, new Set());
    const shown = store.shown.get(device);
    if (!shown.has(alert.alertId)) delivered++;
    shown.add(alert.alertId);
  }
  // The batch's own id names the receipt, so that sending it again counts nothing twice.
  const receipt = { receiptId: messageId, circleId: batch.circleId, ring: batch.ring, delivered, opened: 0 };
  reportBack('receipts', alert.alertId, receipt);
}

function end({ alertId }) {
  store.over.add(alertId);
  store.alerts.delete(alertId);
  for (const shown of store.shown.values()) shown.delete(alertId);
  // Now the photo is down everywhere. Exercises are confirmed too; that is part of the exercise.
  reportBack('withdrawal', alertId, { photoWithdrawn: true });
}

/** Takes a message once. */
function take(messageId, { type, data }) {
  if (store.taken.has(messageId)) return;
  if (type === 'alert.recipients') show(messageId, data);
  else if (type === 'alert.ended') end(data);
  else if (type.startsWith('alert.')) know(data);
  // partner.ping, tip.reviewed and types that are yet to come: taken, and nothing to do.
  store.taken.add(messageId);
}

function alertsOf(device) {
  const alerts = [...(store.shown.get(device) ?? [])].map((id) => store.alerts.get(id));
  // While it is paused no further phone may be told: this app hides it meanwhile. `silent` asks for no sound.
  return alerts.filter((alert) => alert?.status === 'live');
}

/** One request to Reunion; waits and tries again where that can help. */
async function call(method, path, body, headers = {}) {
  for (;;) {
    try {
      const answer = await fetch(REUNION_URL.replace(/\/$/, '') + path, {
        method,
        body,
        headers: { authorization: `Bearer ${REUNION_KEY}`, 'content-type': 'application/json', ...headers },
        signal: AbortSignal.timeout(30_000),
      });
      const text = await answer.text();
      if (answer.status !== 429 && answer.status < 500)
        return { status: answer.status, data: text ? JSON.parse(text) : undefined };
      await sleep(Number(answer.headers.get('retry-after') || 2) * 1000);
    } catch (failure) {
      console.log('Reunion does not answer:', failure.message);
      await sleep(2000);
    }
  }
}

/** Receipts and withdrawals, outside of the webhook's answer: that must not take longer than 15 seconds. */
async function reportBack(what, alertId, data) {
  const { status, data: problem } = await call('POST', `/partner/v1/alerts/${alertId}/${what}`, JSON.stringify(data));
  // For example not_found: the conformance session's alert exists in its messages only.
  if (status >= 400) console.log(`${what} of ${alertId} was refused:`, problem);
}

/** Once a second, the positions that changed: at most 100,000 a request, in binary records of 20 bytes. */
async function reportPresence() {
  let epoch;
  for (;;) {
    const devices = [...store.unsent].slice(0, 100_000);
    for (const device of devices) store.unsent.delete(device);
    if (devices.length > 0) {
      const body = Buffer.alloc(devices.length * 20);
      devices.forEach((device, i) => {
        const { lat, lon, at } = store.positions.get(device);
        body.writeBigUInt64LE(BigInt(`0x${device}`), i * 20);
        body.writeInt32LE(Math.round(lat * 1e7), i * 20 + 8);
        body.writeInt32LE(Math.round(lon * 1e7), i * 20 + 12);
        body.writeUInt32LE(at, i * 20 + 16);
      });
      const type = { 'content-type': 'application/vnd.reunion.presence' };
      const { status, data } = await call('POST', '/partner/v1/presence', body, type);
      if (status !== 202) console.log('Positions were refused:', data);
      for (const { index, code } of data.errors ?? []) console.log('Not taken:', devices[index], code);
      // Positions were lost over there: send them all again.
      if (status === 202 && epoch !== undefined && epoch !== data.epoch)
        for (const device of store.positions.keys()) store.unsent.add(device);
      if (status === 202) epoch = data.epoch;
    }
    await sleep(1000);
  }
}

async function answer(request) {
  const body = await readBody(request);
  if (body === undefined) return [413];
  const [, area, device, what] = request.url.split('/');
  if (request.method === 'POST' && ['alerts', 'exercise'].includes(area)) {
    take(request.headers['webhook-id'], readMessage(request.headers, body));
    return [204];
  }
  if (area !== 'phones') return [404];
  if (request.method === 'GET' && what === 'alerts') return [200, alertsOf(device)];
  if (request.method === 'POST' && what === 'position') {
    store.positions.set(device, { ...JSON.parse(body), at: Math.floor(Date.now() / 1000) });
    store.unsent.add(device);
    return [202];
  }
  if (request.method === 'POST' && what === 'tips') {
    const { alertId, ...tip } = JSON.parse(body);
    // The phone should choose the key, so that its own second try is the same tip.
    const headers = { 'idempotency-key': request.headers['idempotency-key'] ?? randomUUID() };
    const { status, data } = await call('POST', `/partner/v1/alerts/${alertId}/tips`, JSON.stringify(tip), headers);
    return [status, data];
  }
  return [404];
}

async function readBody(request) {
  if (Number(request.headers['content-length'] ?? 0) > maxBodyBytes) return undefined;
  return buffer(request);
}

const server = createServer(async (request, response) => {
  let status = 500;
  let data;
  try {
    [status, data] = await answer(request);
  } catch (failure) {
    if (failure instanceof WebhookVerificationError) status = 401;
    else console.log(failure);
  }
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(data === undefined ? undefined : JSON.stringify(data));
});

// What was issued while the app was down comes as a message; this fills an app that forgot.
for (const alert of (await call('GET', '/partner/v1/alerts')).data) know(alert);
reportPresence();
server.listen(Number(PORT), '127.0.0.1', () => console.log(`Listening at http://127.0.0.1:${server.address().port}`));

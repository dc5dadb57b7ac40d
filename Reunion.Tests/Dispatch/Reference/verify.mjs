// Answers whether the official package of Standard Webhooks takes messages as genuine. Messages come in on standard input as JSON,
// answers leave on standard output: for each message an empty text, or why it was refused.
import { createHmac } from 'node:crypto';
import { createRequire } from 'node:module';
import { json } from 'node:stream/consumers';

const { Webhook, WebhookVerificationError } = createRequire(
  new URL('../../../wwwroot-assets/package.json', import.meta.url),
)('standardwebhooks');

// As the partner guide has it: the package alone reads a body as text.
class BytesWebhook extends Webhook {
  sign(id, timestamp, body) {
    const head = `${id}.${Math.floor(timestamp.getTime() / 1000)}.`;
    return `v1,${createHmac('sha256', this.key).update(head).update(body).digest('base64')}`;
  }
}

const verify = ({ secret, now, headers, body, ofBytes }) => {
  // The clock of the test, not of this machine.
  Date.now = () => now * 1000;
  try {
    const bytes = Buffer.from(body, 'base64');
    const type = ofBytes ? BytesWebhook : Webhook;
    new type(secret).verify(bytes, headers, { jsonParse: headers['content-type'] === 'application/json' });
    return '';
  } catch (refusal) {
    if (refusal instanceof WebhookVerificationError) return refusal.message;
    throw refusal;
  }
};

process.stdout.write(JSON.stringify((await json(process.stdin)).map(verify)));

/**
 * Makes a public form sharper: previews of photos, progress, and sending again by itself once a lost connection is back. The
 * form's key makes one of it however often it is sent. Where anything is unusual the form is sent as if there were no script.
 */
interface Answered {
  status: number;
  body: Record<string, unknown>;
}

const retryMs = 4000;

export function enableForms(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-next]')) enable(form);
}

function enable(form: HTMLFormElement): void {
  const status = document.createElement('p');
  status.className = 'p-status';
  status.setAttribute('role', 'status');
  form.append(status);
  let sending = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (sending) return;
    sending = true;
    form.setAttribute('aria-busy', 'true');
    void send(form, status).finally(() => {
      sending = false;
      form.removeAttribute('aria-busy');
    });
  });
  const photos = form.querySelector<HTMLInputElement>('input[type="file"]');
  photos?.addEventListener('change', () => void preview(photos));
}

async function send(form: HTMLFormElement, status: HTMLElement): Promise<void> {
  const words = form.dataset;
  for (let proofs = 0; ; ) {
    try {
      const proof = await prove(form, status);
      const data = new FormData(form);
      for (const [name, value] of Object.entries(proof)) data.set(name, value);
      const { status: code, body } = await post(form.action, data, (percent) => {
        status.textContent = (words.sending ?? '').replace('{0}', String(percent));
      });
      if (code === 201) {
        location.assign(
          (words.next ?? '').replace(/\{(\w+)\}/, (_, name: string) => encodeURIComponent(String(body[name]))),
        );
        return;
      }
      if (body.code !== 'proof_required' || ++proofs > 3) {
        form.submit();
        return;
      }
    } catch {
      status.textContent = words.waiting ?? '';
      await connected();
    }
  }
}

/** Asks whether work is wanted, and has it done beside the page. */
async function prove(form: HTMLFormElement, status: HTMLElement): Promise<Record<string, string>> {
  const { challenge: url, proof } = form.dataset;
  if (!url || !proof) return {};
  const key = new FormData(form).get('key');
  const answer = await fetch(`${url}?key=${encodeURIComponent(String(key))}`, {
    headers: { Accept: 'application/json' },
  });
  const { challenge } = (answer.ok ? await answer.json() : {}) as { challenge?: string };
  if (!challenge) return {};
  status.textContent = form.dataset.checking ?? '';
  const worker = new Worker(proof, { type: 'module' });
  try {
    const found = new Promise<string>((resolve, reject) => {
      worker.addEventListener('message', (event: MessageEvent<string>) => resolve(event.data));
      worker.addEventListener('error', reject);
    });
    worker.postMessage(challenge);
    return { challenge, answer: await found };
  } finally {
    worker.terminate();
  }
}

function post(url: string, data: FormData, told: (percent: number) => void): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.setRequestHeader('Accept', 'application/json');
    request.upload.addEventListener('progress', ({ loaded, total }) => told(Math.floor((100 * loaded) / total)));
    request.addEventListener('load', () => resolve({ status: request.status, body: read(request.responseText) }));
    request.addEventListener('error', reject);
    request.addEventListener('timeout', reject);
    request.timeout = 120_000;
    request.send(data);
  });
}

function read(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}

const connected = () =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, retryMs);
    addEventListener('online', () => resolve(), { once: true });
  });

async function preview(input: HTMLInputElement): Promise<void> {
  input.parentElement?.querySelector('.p-previews')?.remove();
  const shown = document.createElement('div');
  shown.className = 'p-previews';
  input.after(shown);
  for (const file of [...(input.files ?? [])].slice(0, 4)) {
    try {
      const picture = await createImageBitmap(file, { resizeHeight: 96, resizeQuality: 'medium' });
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [picture.width, picture.height];
      canvas.getContext('2d')?.drawImage(picture, 0, 0);
      canvas.setAttribute('role', 'img');
      canvas.setAttribute('aria-label', file.name);
      shown.append(canvas);
    } catch {
      // Not a picture this browser knows: the server says so by name.
    }
  }
}

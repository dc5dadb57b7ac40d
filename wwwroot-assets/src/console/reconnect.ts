const retryMs = 5000;

/** Whether a server answers again. */
async function answers(): Promise<boolean> {
  try {
    return (await fetch('/healthz/live', { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}

async function reloadWhenBack(reload: () => void): Promise<void> {
  while (!(await answers())) await new Promise((again) => setTimeout(again, retryMs));
  reload();
}

/**
 * Opens the page anew once the server has forgotten it, as after a restart: a live map that only looks alive is worse than
 * a moment's blank. What was typed is kept by the forms themselves.
 */
export function watchConnection(notice: HTMLElement, reload: () => void = () => location.reload()): MutationObserver {
  let waiting = false;
  const watch = new MutationObserver(() => {
    const { classList } = notice;
    const isLost = ['rejected', 'failed'].some((state) => classList.contains(`components-reconnect-${state}`));
    if (!isLost || waiting) return;
    waiting = true;
    void reloadWhenBack(reload);
  });
  watch.observe(notice, { attributeFilter: ['class'] });
  return watch;
}

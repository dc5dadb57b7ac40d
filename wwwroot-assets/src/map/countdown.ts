/** Time left as a clock shows it: 4:05 below an hour, 1:04:05 from there; never below zero. */
export function formatCountdown(leftMs: number): string {
  const left = Math.max(0, Math.ceil(leftMs / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes, seconds] = [Math.floor(left / 3600), Math.floor(left / 60) % 60, left % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}

/** Rewrites the countdowns on the map once a second, while there are any. */
export class Countdowns {
  private readonly due = new Map<HTMLElement, number>();
  private timer: ReturnType<typeof setInterval> | undefined;
  private aheadMs = 0;

  /** Takes the server's time as the time: a browser's clock may be wrong. */
  setClock(serverNowMs: number): void {
    this.aheadMs = serverNowMs - Date.now();
  }

  show(element: HTMLElement, dueAtMs: number): void {
    this.due.set(element, dueAtMs);
    this.write(element, dueAtMs);
    this.timer ??= setInterval(() => {
      for (const [at, due] of this.due) this.write(at, due);
    }, 1000);
  }

  forget(element: HTMLElement): void {
    this.due.delete(element);
    if (this.due.size === 0) this.stop();
  }

  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private write(element: HTMLElement, dueAtMs: number): void {
    element.textContent = formatCountdown(dueAtMs - (Date.now() + this.aheadMs));
  }
}

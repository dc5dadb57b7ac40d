/**
 * Passes on the latest of many values: never two at a time, and none sooner than `gapMs` after the one before. What came
 * meanwhile and was overtaken is left out, so a slow receiver is never sent a queue of stale values.
 */
export class Latest<T> {
  private waiting: { value: T } | null = null;
  private busy = false;

  constructor(
    private readonly send: (value: T) => Promise<unknown>,
    private readonly gapMs: number,
    private readonly wait: (ms: number) => Promise<unknown> = (ms) => new Promise((done) => setTimeout(done, ms)),
  ) {}

  /** Whether everything has been passed on and dealt with. */
  get idle(): boolean {
    return !this.busy;
  }

  push(value: T): void {
    this.waiting = { value };
    if (!this.busy) void this.run();
  }

  private async run(): Promise<void> {
    this.busy = true;
    while (this.waiting) {
      const { value } = this.waiting;
      this.waiting = null;
      // A receiver that failed is told the next value all the same.
      await Promise.all([this.send(value).catch(() => {}), this.wait(this.gapMs)]);
    }
    this.busy = false;
  }
}

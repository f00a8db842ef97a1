const WIDTH = 30;
/** What is over within a second needs no bar. */
const PATIENCE_MS = 1_000;
const REDRAW_MS = 100;
const LINE_EVERY = 0.1;

/** Shows on stderr that something long goes on: a bar on a terminal, elsewhere a line at every tenth. */
export class ProgressBar {
  private begun: number | undefined;
  private drawn = false;
  private lastAt = 0;
  private lastShare = 0;

  /** @param share how much is done, 0 to 1 */
  show(what: string, share: number): void {
    const now = Date.now();
    this.begun ??= now;
    if (now - this.begun < PATIENCE_MS) return;
    if (process.stderr.isTTY) this.draw(what, Math.min(1, share), now);
    else this.print(what, Math.min(1, share));
  }

  /** Takes the bar away; the next step starts a new one. */
  clear(): void {
    if (this.drawn) process.stderr.write('\r\x1b[K');
    this.drawn = false;
    this.begun = undefined;
    this.lastShare = 0;
  }

  private draw(what: string, share: number, now: number): void {
    if (now - this.lastAt < REDRAW_MS && share < 1) return;
    this.lastAt = now;
    this.drawn = true;
    const full = Math.round(share * WIDTH);
    process.stderr.write(
      `\r${what} ${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${Math.round(share * 100)} %`,
    );
  }

  private print(what: string, share: number): void {
    if (share - this.lastShare < LINE_EVERY) return;
    this.lastShare = share;
    process.stderr.write(`${what}: ${Math.floor(share * 100)} %\n`);
  }
}

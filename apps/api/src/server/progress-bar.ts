const WIDTH = 30;

/** Draws a bar on stderr where that is a terminal, so that what takes over a second is seen to go on. */
export class ProgressBar {
  private drawn = false;
  private last = 0;

  show(what: string, share: number): void {
    const now = Date.now();
    if (!process.stderr.isTTY || (now - this.last < 100 && share < 1)) return;
    this.last = now;
    this.drawn = true;
    const full = Math.round(Math.min(1, share) * WIDTH);
    process.stderr.write(`\r${what} ${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${Math.round(share * 100)} %`);
  }

  clear(): void {
    if (this.drawn) process.stderr.write('\r\x1b[K');
    this.drawn = false;
  }
}

import { until } from '../until.js';

/** What a browser would make of a stream of server-sent events. */
export class Listener {
  readonly blocks: string[] = [];
  private readonly abort = new AbortController();
  private done: Promise<void> = Promise.resolve();
  ended = false;

  /** Listens as the auditor, where no other person is named. */
  open(url: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.openWith(url, { Authorization: 'Bearer demo:auditor', ...headers });
  }

  async openWith(url: string, headers: Record<string, string>): Promise<Response> {
    const response = await fetch(url, { headers, signal: this.abort.signal });
    this.done = this.read(response).catch(() => undefined);
    return response;
  }

  /** Versions told so far, as `stream@version`. */
  versions(): string[] {
    return this.blocks
      .filter((block) => block.startsWith('event: version'))
      .map((block) => {
        const { stream, version } = JSON.parse(/^data: (.*)$/m.exec(block)![1]!) as {
          stream: string;
          version: number;
        };
        return `${stream}@${version}`;
      });
  }

  lastId(): string {
    return /^id: (.*)$/m.exec(this.blocks.findLast((block) => /^id: /m.test(block))!)![1]!;
  }

  until(condition: () => boolean): Promise<void> {
    return until(condition, () => `Not told; so far: ${JSON.stringify(this.blocks)}`);
  }

  async close(): Promise<void> {
    this.abort.abort();
    await this.done;
  }

  private async read(response: Response): Promise<void> {
    let text = '';
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      const parts = text.split('\n\n');
      text = parts.pop()!;
      this.blocks.push(...parts);
    }
    this.ended = true;
  }
}

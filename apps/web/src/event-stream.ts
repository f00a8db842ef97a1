/** One event of a stream of server-sent events; with `id` alone it says where the stream is. */
export interface SentEvent {
  /** Where the stream goes on after it: what `Last-Event-ID` says on coming back. */
  id?: string;
  data?: string;
}

/** Reads server-sent events as they come (WHATWG HTML, 9.2). Ends where the stream ends. */
export async function* sentEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<SentEvent> {
  const reader = body
    .pipeThrough(new TextDecoderStream() as never)
    .getReader() as ReadableStreamDefaultReader<string>;
  try {
    let text = '';
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      text += part.value;
      const blocks = text.split('\n\n');
      text = blocks.pop()!;
      for (const block of blocks) yield eventIn(block);
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function eventIn(block: string): SentEvent {
  const fields = new Map(
    block.split('\n').map((line) => {
      const [, name = '', value = ''] = /^(\w*): ?(.*)$/.exec(line) ?? [];
      return [name, value];
    }),
  );
  const [id, data] = [fields.get('id'), fields.get('data')];
  return { ...(id !== undefined && { id }), ...(data !== undefined && { data }) };
}

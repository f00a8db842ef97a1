/**
 * The data of an event as JSON, without the bytes that the log keeps in it: they are recognised by their shape
 * `{digest, encoding, bytes}`, and read from the log when somebody asks for them.
 * @param stored the event, with its data as JSON where that is at hand
 */
export function withoutStoredBytes(data: object, stored: { data: object; text?: string }): string {
  const text = (data === stored.data ? stored.text : undefined) ?? JSON.stringify(data);
  return text.includes('"bytes"') ? JSON.stringify(data, withoutBytes) : text;
}

function withoutBytes(_: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || !('bytes' in value)) return value;
  const { bytes, ...rest } = value;
  return typeof bytes === 'string' && 'digest' in rest && 'encoding' in rest ? rest : value;
}

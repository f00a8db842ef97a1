/** The part of a stream's name that says its kind: `process-` for `process-kapvergunning`. */
export function prefixOf(stream: string): string {
  return stream.slice(0, stream.indexOf('-') + 1) || stream;
}

/** A stream as it is called in a message: `Process kapvergunning` for `process-kapvergunning`. */
export function named(stream: string): string {
  const [kind = '', ...id] = stream.split('-');
  return [kind.charAt(0).toUpperCase() + kind.slice(1), id.join('-')].filter(Boolean).join(' ');
}

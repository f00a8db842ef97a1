/** The part of a stream's name that says its kind: `toy-` for `toy-12`. */
export function prefixOf(stream: string): string {
  return stream.slice(0, stream.indexOf('-') + 1) || stream;
}

/** A stream as it is called in a message: `Toy 12` for `toy-12`. */
export function named(stream: string): string {
  const [kind = '', ...id] = stream.split('-');
  return [kind.charAt(0).toUpperCase() + kind.slice(1), id.join('-')].filter(Boolean).join(' ');
}

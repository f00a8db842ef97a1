/** A generator of numbers in [0, 1) that is the same for the same seed, so that a failure can be repeated (mulberry32). */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const PIECES = [
  '<', '>', '/', '"', "'", '&', ';', '=', '\0', '\r', '\n', '<!--', '-->', '<![CDATA[', ']]>', '<?x?>', '<!DOCTYPE a>', '&#0;', '&amp;', '&x;', 'NaN', '1e308',
  ' id="a"', ' xmlns="u"', ' xmlns:bpmn="u"', '</bpmn:task>', '<bpmn:subProcess>', '\ud83d\ude00', '\u00e9', '__proto__', '\ufffe', '-1', '\ufeff',
].map((piece) => new TextEncoder().encode(piece));

/** A damaged copy of a file: a few random cuts, flips, insertions and pieces moved elsewhere. */
export function damaged(bytes, random) {
  let copy = Uint8Array.from(bytes);
  const place = () => Math.floor(random() * (copy.length + 1));
  for (let n = 1 + Math.floor(random() * 4); n > 0; n--) {
    const at = place();
    const length = Math.floor(random() ** 3 * 400);
    switch (Math.floor(random() * 6)) {
      case 0: copy = copy.subarray(0, at); break;
      case 1: copy = join(copy.subarray(0, at), copy.subarray(at + length)); break;
      case 2: copy = Uint8Array.from(copy); if (copy.length > 0) copy[at % copy.length] ^= 1 << Math.floor(random() * 8); break;
      case 3: copy = join(copy.subarray(0, at), PIECES[Math.floor(random() * PIECES.length)], copy.subarray(at)); break;
      case 4: { const to = place(); copy = join(copy.subarray(0, to), copy.subarray(at, at + length), copy.subarray(to)); break; }
      default: copy = join(copy.subarray(0, at), PIECES[Math.floor(random() * PIECES.length)], copy.subarray(at + length));
    }
  }
  return copy;
}

function join(...parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * A generator of numbers in [0, 1) that is the same for the same seed, so that a failure can be repeated
 * (mulberry32).
 */
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
  '<',
  '>',
  '/',
  '"',
  "'",
  '&',
  ';',
  '=',
  '\0',
  '\r',
  '\n',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?x?>',
  '<!DOCTYPE a>',
  '&#0;',
  '&amp;',
  '&x;',
  'NaN',
  '1e308',
  ' id="a"',
  ' xmlns="u"',
  ' xmlns:bpmn="u"',
  '</bpmn:task>',
  '<bpmn:subProcess>',
  '\ud83d\ude00',
  '\u00e9',
  '__proto__',
  '\ufffe',
  '-1',
  '\ufeff',
].map((piece) => new TextEncoder().encode(piece));

/**
 * A damaged copy of a file: either its bytes or its content, so that some stay well-formed and come further,
 * or blown up.
 */
export function damaged(bytes, random) {
  const kind = random();
  if (kind < 0.35) return damagedBytes(bytes, random);
  return kind < 0.9 ? damagedContent(bytes, random) : blownUp(bytes, random);
}

/** A copy of which only the content is damaged. */
export const edited = (bytes, random) => damagedContent(bytes, random);

/** A copy in which one thing is there hundreds of times, or is as long as no person writes it. */
function blownUp(bytes, random) {
  const text = new TextDecoder().decode(bytes);
  const times = 50 + Math.floor(random() * 300);
  const pick = (pattern) => {
    const found = [...text.matchAll(pattern)];
    return found[Math.floor(random() * found.length)];
  };
  const put = (found, by) =>
    found ? text.slice(0, found.index) + by(found[0]) + text.slice(found.index + found[0].length) : text;
  const ways = [
    () => put(pick(/<[\w:]+[^<>]*\/>/g), (tag) => tag.repeat(times)),
    () =>
      put(pick(/<[\w:]+[^<>]*\/>/g), (tag) =>
        Array.from({ length: times }, (_, n) => tag.replace(/ id="/, ` id="x${n}`)).join(''),
      ),
    () => put(pick(/name="[^"]*"/g), () => `name="${'lang woord '.repeat(times * 3)}"`),
    () =>
      put(pick(/ id="/g), () => `${Array.from({ length: times }, (_, n) => ` a${n}="${n}"`).join('')} id="`),
    () =>
      put(
        pick(/<(\w+:)?(task|userTask)\b[^<>]*\/>/g),
        (tag) => `${'<subProcess>'.repeat(times)}${tag}${'</subProcess>'.repeat(times)}`,
      ),
    () =>
      put(pick(/<(\w+:)?shape\b[^]*?<\/\1shape>|<(\w+:)?BPMNShape\b[^]*?<\/\2BPMNShape>/gi), (shape) =>
        shape.repeat(times),
      ),
    () => put(pick(/<(\w+:)?lane\b/g), (tag) => `<lane id="l" name="${'b'.repeat(times)}"/>${tag}`),
  ];
  return new TextEncoder().encode(ways[Math.floor(random() * ways.length)]());
}

const VALUES = [
  '',
  ' ',
  '__proto__',
  'constructor',
  'NaN',
  '-1',
  '1e308',
  'true',
  'false',
  'front',
  'urn:knipkaart:bpmn:1',
  'a b',
  '?1',
  '&lt;',
  '&#10;',
  'é',
  '😀',
  'x'.repeat(5000),
];

/** Attribute values changed for others of the file or for odd ones, and tags left out, doubled or renamed. */
function damagedContent(bytes, random) {
  let text = new TextDecoder().decode(bytes);
  const pick = (list) => list[Math.floor(random() * list.length)];
  for (let n = 1 + Math.floor(random() * 6); n > 0; n--) {
    const values = [...text.matchAll(/[\w:]+="([^"]*)"/g)];
    const empty = [...text.matchAll(/<[\w:]+[^<>]*\/>/g)];
    const names = [
      ...text.matchAll(
        /<(\w+:)?(task|userTask|subProcess|startEvent|exclusiveGateway|sequenceFlow|lane|boundaryEvent|intermediateCatchEvent)\b/g,
      ),
    ];
    const replace = ({ 0: old, index }, by) =>
      (text = text.slice(0, index) + by + text.slice(index + old.length));
    const kind = random();
    if (kind < 0.6 && values.length > 0) {
      const value = pick(values);
      replace(
        value,
        value[0].replace(/"[^"]*"/, () => `"${random() < 0.6 ? pick(values)[1] : pick(VALUES)}"`),
      );
    } else if (kind < 0.8 && empty.length > 0) {
      const tag = pick(empty);
      replace(tag, random() < 0.5 ? '' : tag[0] + tag[0]);
    } else if (names.length > 0) {
      const [from, to] = [pick(names)[2], pick(names)[2]];
      text = text.replaceAll(new RegExp(`(</?(?:\\w+:)?)${from}\\b`, 'g'), `$1${to}`);
    }
  }
  return new TextEncoder().encode(text);
}

/** A few random cuts, flips, insertions and pieces moved elsewhere. */
function damagedBytes(bytes, random) {
  let copy = Uint8Array.from(bytes);
  const place = () => Math.floor(random() * (copy.length + 1));
  for (let n = 1 + Math.floor(random() * 4); n > 0; n--) {
    const at = place();
    const length = Math.floor(random() ** 3 * 400);
    switch (Math.floor(random() * 6)) {
      case 0:
        copy = copy.subarray(0, at);
        break;
      case 1:
        copy = join(copy.subarray(0, at), copy.subarray(at + length));
        break;
      case 2:
        copy = Uint8Array.from(copy);
        if (copy.length > 0) copy[at % copy.length] ^= 1 << Math.floor(random() * 8);
        break;
      case 3:
        copy = join(copy.subarray(0, at), PIECES[Math.floor(random() * PIECES.length)], copy.subarray(at));
        break;
      case 4: {
        const to = place();
        copy = join(copy.subarray(0, to), copy.subarray(at, at + length), copy.subarray(to));
        break;
      }
      default:
        copy = join(
          copy.subarray(0, at),
          PIECES[Math.floor(random() * PIECES.length)],
          copy.subarray(at + length),
        );
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

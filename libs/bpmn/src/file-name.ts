/** What file systems do not take, and what turns a name around on the screen or breaks its line. */
const NOT_IN_A_NAME = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\\/:*?"<>|]+/gu;
/** Windows takes these for devices, also with an ending. */
const DEVICE = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])\s*(?:\.|$)/i;
/** A file name may have 255 bytes; what follows the name needs some of them. */
const MOST_BYTES = 160;

/**
 * A file name that Windows, macOS and Linux take: the name of a process, and what tells this file from others
 * of the same process, such as its version.
 */
export function fileName(name: string, telling: readonly string[], ending: string): string {
  const readable = clean(name).replace(/^[. ]+|[. ]+$/g, '');
  const process = shortened(readable).trim() || 'proces';
  const whole = [process, ...telling.map(clean)].join(' ');
  return `${DEVICE.test(whole) ? `proces ${whole}` : whole}.${ending}`;
}

const clean = (text: string): string => text.replace(NOT_IN_A_NAME, ' ').replace(/\s+/g, ' ').trim();

/** Cut between two signs as people see them, never inside one. */
function shortened(text: string): string {
  const bytes = new TextEncoder();
  let [short, length] = ['', 0];
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    length += bytes.encode(segment).length;
    if (length > MOST_BYTES) return short;
    short += segment;
  }
  return short;
}

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { BpmnModdle } from 'bpmn-moddle';
import { describeLoss, lossBetween, readDiagram, readDiagramText } from '#bpmn';
import type { XmlElement } from '#bpmn';
import { knipModdle } from '../../apps/web/src/canvas/extensions/knip-content/knip-moddle.js';
import { randomFrom } from './mutate.mjs';

/** The generic processes, and the real files that stand beside the repository. */
const beside = process.env.CORPUS_DIR ?? '../shared';
const folders = ['bpmn', ...['corpus', 'compare', 'faults'].map((part) => join(beside, part))];
const files = folders
  .filter((folder) => existsSync(folder))
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.bpmn'))
      .map((name) => join(folder, name)),
  )
  .sort();
const absent = existsSync(join(beside, 'corpus'))
  ? ''
  : ` (only ours: ${beside} is not there; set CORPUS_DIR)`;

/** A file as the editor's own reader and writer give it back; undefined where it refuses to write it. */
async function written(xml: string): Promise<string | undefined> {
  const moddle = new BpmnModdle({ knip: knipModdle });
  const { rootElement } = await moddle.fromXML(xml);
  try {
    return (await moddle.toXML(rootElement, { format: true })).xml;
  } catch {
    return undefined;
  }
}

const textOf = (file: string): string | undefined => {
  const reading = readDiagram(readFileSync(file));
  return reading.ok ? reading.diagram.text : undefined;
};
const elementsIn = (xml: string): XmlElement[] => {
  const reading = readDiagramText(xml);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  const inside = (element: XmlElement): XmlElement[] => [element, ...element.children.flatMap(inside)];
  return reading.diagram.root.children.flatMap(inside);
};

// The writer complains on the console of what it leaves out.
beforeAll(() => void jest.spyOn(console, 'warn').mockImplementation(() => {}));

describe(`What is reported as lost by the editor${absent}`, () => {
  it.each(files)('is nothing where %s is written a second time', async (file) => {
    const text = textOf(file);
    const once = text === undefined ? undefined : await written(text);
    const twice = once === undefined ? undefined : await written(once);
    if (once === undefined || twice === undefined) return;
    expect(lossBetween(once, twice).losses.map((loss) => describeLoss(loss, 'en'))).toEqual([]);
  });

  it.each(files)('is what really is lost of %s, each thing once', (file) => {
    const text = textOf(file);
    if (text === undefined) return;
    const random = randomFrom(file.length);
    const elements = elementsIn(text);
    for (let tries = 0; tries < 4 && elements.length > 0; tries++) {
      const { start, end, attributes, startTagEnd } = elements[Math.floor(random() * elements.length)]!;
      const without = (from: number, to: number) => text.slice(0, from) + text.slice(to);
      const inside = text.slice(start, end);
      expect(lossBetween(text, without(start, end)).total).toBe(
        1 + (inside.match(/<\?/g) ?? []).length + (inside.includes('<!--') ? 1 : 0),
      );
      const name = attributes.find(({ local, prefix, value }) => local === 'name' && !prefix && value.trim());
      const at = name && /\sname\s*=\s*("[^"]*"|'[^']*')/.exec(text.slice(start, startTagEnd));
      if (at) {
        const from = start + at.index;
        expect(lossBetween(text, without(from, from + at[0].length)).total).toBe(1);
      }
    }
  });
});

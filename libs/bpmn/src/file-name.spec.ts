import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { fileName } from './file-name.js';

describe('The name of a file', () => {
  it.each([
    ['Kapvergunning', 'Kapvergunning v12.bpmn'],
    ['Wmo: melding/aanvraag "nieuw"?', 'Wmo melding aanvraag nieuw v12.bpmn'],
    ['  ..\\..\\etc\\passwd ', 'etc passwd v12.bpmn'],
    ['.htaccess', 'htaccess v12.bpmn'],
    ['Bezwaar en beroep...', 'Bezwaar en beroep v12.bpmn'],
    ['Aux. diensten', 'proces Aux. diensten v12.bpmn'],
    ['com1.nl', 'proces com1.nl v12.bpmn'],
    ['Contract', 'Contract v12.bpmn'],
    ['???', 'proces v12.bpmn'],
    ['Geïndiceerde zorg – 日本語', 'Geïndiceerde zorg – 日本語 v12.bpmn'],
    ['gpj.\u202Eexe', 'gpj. exe v12.bpmn'],
    ['twee\u2028regels', 'twee regels v12.bpmn'],
  ])('of “%s” is %s', (name, file) => expect(fileName(name, ['v12'], 'bpmn')).toBe(file));

  it('keeps what tells it from others when the name is long, and never cuts a sign in two', () => {
    const file = fileName('👩‍👩‍👧‍👦'.repeat(50), ['v12', 'knips'], 'bpmn');
    expect(file).toMatch(/^(?:👩‍👩‍👧‍👦)+ v12 knips\.bpmn$/u);
    expect(Buffer.byteLength(file)).toBeLessThan(255);
  });

  it('of a device of Windows is none', () => {
    for (const device of ['CON', 'prn', 'Aux', 'NUL', 'COM9', 'lpt1', 'LPT²'])
      expect(fileName(device, [], 'bpmn')).toBe(`proces ${device}.bpmn`);
  });

  it('is taken everywhere, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.nat(), (name, version) => {
        const file = fileName(name, [`v${version}`], 'bpmn');
        expect(file).not.toMatch(/[\p{Cc}\\/:*?"<>|]/u);
        expect(file).toMatch(new RegExp(`^[^. ].* v${version}\\.bpmn$`, 'su'));
        expect(Buffer.byteLength(file)).toBeLessThanOrEqual(255);
      }),
    );
  });
});

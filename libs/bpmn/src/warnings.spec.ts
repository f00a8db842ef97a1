import { describe, expect, it } from '@jest/globals';
import { accepted, definitions, drawing, lane, process, task } from './diagram.fixture.js';

const told = (xml: string) =>
  accepted(xml).warnings.map(({ code, params, line }) =>
    [code, params.count, params.first, line && `line ${line}`].filter((part) => part !== undefined).join(' '),
  );
const drawn = (inside: string, ...ids: string[]) => process(`\n${inside}`, drawing('T', ...ids));
const T = task('T');

describe('A warning', () => {
  it('is none for a file with nothing unusual', () => {
    expect(told(drawn(T))).toEqual([]);
  });

  it('counts ids that occur twice, and names the first with its line', () => {
    expect(told(drawn(`${T}\n${task('x')}\n${task('x')}${task('y')}${task('y')}`))).toEqual([
      'duplicateId 4 x line 5',
    ]);
  });

  it('tells which ids XML does not allow', () => {
    for (const id of ['a', '_1', 'é', 'a.b-c_d·e1', 'A\u0301']) expect(told(drawn(T + task(id)))).toEqual([]);
    for (const id of ['1a', 'a b', 'a:b', '-a', '{a}', 'a\u20ac'])
      expect(told(drawn(T + task(id)))).toEqual([`illegalId 1 ${id} line 4`]);
  });

  it.each(['sourceRef', 'targetRef', 'bpmnElement', 'default', 'attachedToRef', 'processRef'])(
    'tells of a %s to something that is not there',
    (name) => {
      const referring = (ref: string) => told(drawn(`${T}<bpmn:task id="R" ${name}="${ref}"/>`));
      expect(referring('gone')).toEqual(['danglingReference 1 gone line 4']);
      expect(referring('q:gone')).toEqual(['danglingReference 1 q:gone line 4']);
      for (const ref of ['T', ' T ', 'q:T', '', ' ']) expect(referring(ref)).toEqual([]);
    },
  );

  it('tells of a lane that names a step that is not there', () => {
    const lanes = (...refs: string[]) =>
      told(drawn(`<bpmn:laneSet id="LS">${lane('L', undefined, ...refs)}</bpmn:laneSet>${T}`));
    expect(lanes(' T ')).toEqual([]);
    expect(lanes('T', ' gone ', 'away')).toEqual(['danglingReference 2 gone line 4']);
  });

  it('tells of a place or size beyond a million pixels, or that is no number', () => {
    const at = (name: string, value: string) =>
      told(drawn(T).replace(new RegExp(`${name}="\\d+"`), `${name}="${value}"`));
    for (const name of ['x', 'y', 'width', 'height']) {
      expect(at(name, '1000000')).toEqual([]);
      expect(at(name, '-1000000')).toEqual([]);
      for (const value of ['1000001', '-1000001', 'abc', 'Infinity'])
        expect(at(name, value)).toEqual([`impossibleCoordinates 1 ${value} line 4`]);
    }
    const edge = '<bpmndi:BPMNEdge id="E" bpmnElement="T"><di:waypoint x="NaN" y="1"/></bpmndi:BPMNEdge>';
    expect(told(drawn(T).replace('</bpmndi:BPMNPlane>', `${edge}</bpmndi:BPMNPlane>`))).toEqual([
      'impossibleCoordinates 1 NaN line 4',
    ]);
  });

  it('tells of a second drawing, and of none, but not of the inside of a collapsed sub-process', () => {
    const plane = (id: string, of: string) =>
      `<bpmndi:BPMNDiagram id="D${id}"><bpmndi:BPMNPlane id="${id}" bpmnElement="${of}"/></bpmndi:BPMNDiagram>`;
    const sub = task('S', 'subProcess', task('I'));
    const file = (...planes: string[]) => process(T + sub, drawing('T', 'S') + planes.join(''));
    expect(told(file())).toEqual([]);
    expect(told(file(plane('P2', 'S')))).toEqual([]);
    expect(told(file(plane('P2', 'P')))).toEqual(['severalDiagrams 1 P2 line 3']);
    expect(told(file(plane('P2', 'T')))).toEqual(['severalDiagrams 1 P2 line 3']);
    expect(told(file(plane('P2', 'P'), plane('P3', 'P')))).toEqual(['severalDiagrams 2 P2 line 3']);
    expect(told(process(T))).toEqual(['noDrawing']);
  });

  it('tells how many steps have no id', () => {
    expect(told(drawn(`${T}<bpmn:task/><bpmn:task/>`))).toEqual(['missingId 2']);
  });

  it('names no more than 200 characters of what is wrong', () => {
    expect(told(drawn(`${T}<bpmn:task id="R" default="${'x'.repeat(300)}"/>`))).toEqual([
      `danglingReference 1 ${'x'.repeat(200)} line 4`,
    ]);
  });

  it('says nothing of ids in another namespace', () => {
    expect(
      told(
        drawn(
          T +
            task(
              'R',
              'task',
              '<bpmn:extensionElements><v:a xmlns:v="urn:v" id="1 2" default="gone"/></bpmn:extensionElements>',
            ),
        ),
      ),
    ).toEqual([]);
    expect(told(definitions(`<bpmn:process id="P">${T}</bpmn:process>${drawing('T')}`))).toEqual([]);
  });
});

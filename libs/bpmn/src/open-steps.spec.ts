import { describe, expect, it } from '@jest/globals';
import { accepted, lane, process, task } from './diagram.fixture.js';
import { describeOpenSteps, openSteps } from './open-steps.js';

const found = (content: string) => openSteps(accepted(process(content)).outline);
const laneSet = (...lanes: string[]) => `<bpmn:laneSet id="LS">${lanes.join('')}</bpmn:laneSet>`;

describe('The steps of a file that have no side or cannot be decided on', () => {
  it('are named by the reason', () => {
    const content =
      laneSet(lane('L', 'front', 'A', 'S'), lane('M', undefined, 'B')) +
      `${task('A')}${task('B')}${task('C')}${task('S', 'serviceTask')}${task('D')}${task('D')}<bpmn:task name="x"/>`;
    expect(found(content).map(({ reason, steps }) => [reason, steps.map(({ name }) => name)])).toEqual([
      ['idMissing', ['x']],
      ['idTwice', ['D', 'D']],
      ['noLane', ['C', 'D', 'D', 'x']],
      ['laneWithoutSide', ['B']],
      ['automatic', ['S']],
    ]);
  });

  it('are none where every lane says its side, its own or that of the lane around it', () => {
    const inner = `<bpmn:childLaneSet id="CS">${lane('M', undefined, 'A')}</bpmn:childLaneSet>`;
    const outer = lane('L', 'back').replace('</bpmn:lane>', `${inner}</bpmn:lane>`);
    expect(found(laneSet(outer) + task('A'))).toEqual([]);
  });

  it('are listed in both languages, the first ten by name', () => {
    const [many] = found(Array.from({ length: 12 }, (_, i) => task(`t${i}`)).join(''));
    expect(describeOpenSteps(many!, 'nl')).toMatch(
      /^12 stappen zonder kant: deze stappen staan in geen baan: “t0”.*“t9” en nog 2\.$/,
    );
    const [one] = found('<bpmn:userTask id="T"/>');
    expect(describeOpenSteps(one!, 'en')).toBe('1 step without a side: this step is in no lane: “userTask”.');
  });

  it.each([
    ['idMissing', 1, '1 stap zonder id: beslissen kan pas als het diagram opnieuw is opgeslagen: “a”.'],
    ['idMissing', 2, '2 steps without an id: to be decided on after the diagram is saved again: “a”, “a”.'],
    ['idTwice', 1, '1 stap met een id dat vaker voorkomt: over deze stap kan niet worden beslist: “a”.'],
    [
      'idTwice',
      2,
      '2 stappen met een id dat vaker voorkomt: over deze stappen kan niet worden beslist: “a”, “a”.',
    ],
    ['idTwice', 2, '2 steps with an id that occurs more than once: not to be decided on: “a”, “a”.'],
    ['noLane', 1, '1 stap zonder kant: deze stap staat in geen baan: “a”.'],
    ['noLane', 2, '2 steps without a side: these steps are in no lane: “a”, “a”.'],
    [
      'laneWithoutSide',
      1,
      '1 stap zonder kant: de baan zegt niet of die van de front- of backoffice is: “a”.',
    ],
    [
      'laneWithoutSide',
      1,
      '1 step without a side: the lane does not say whether it is of the front or back office: “a”.',
    ],
    ['automatic', 1, '1 stap gaat vanzelf: beslissen mag, en hoeft niet: “a”.'],
    ['automatic', 2, '2 stappen gaan vanzelf: beslissen mag, en hoeft niet: “a”, “a”.'],
    ['automatic', 1, '1 step runs by itself: you may decide, and need not: “a”.'],
    ['automatic', 2, '2 steps run by itself: you may decide, and need not: “a”, “a”.'],
  ] as const)('say one or more as people do: %s, %i', (reason, count, sentence) => {
    const steps = Array.from({ length: count }, () => ({ key: 'a', name: 'a', kind: 'task' as const }));
    const language = /\bsteps?\b/.test(sentence) ? 'en' : 'nl';
    expect(describeOpenSteps({ reason, steps }, language)).toBe(sentence);
  });

  it('quote no more of a long name than a line holds, and say no rest where there is none', () => {
    const steps = Array.from({ length: 10 }, () => ({
      key: 'a',
      name: 'x'.repeat(300),
      kind: 'task' as const,
    }));
    const said = describeOpenSteps({ reason: 'noLane', steps }, 'nl');
    expect(said).toContain(`“${'x'.repeat(100)}”`);
    expect(said).toMatch(/”\.$/);
  });
});

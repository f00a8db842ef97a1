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
});

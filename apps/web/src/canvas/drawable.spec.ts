import { describe, expect, it } from '@jest/globals';
import { drawable } from './drawable.js';

const bounds = (attributes: string) =>
  `<bpmndi:BPMNShape id="S" bpmnElement="T"><dc:Bounds ${attributes} /></bpmndi:BPMNShape>`;

describe('whether a drawing can be shown', () => {
  it('can with ordinary places, under any prefix and in either kind of quotes', () => {
    expect(drawable(bounds('x="100" y="-20.5" width="100" height="80"'))).toBe(true);
    expect(
      drawable(
        "<Bounds x='1e3' y='0' width='10' height='10'/><omgdi:waypoint xsi:type=\"dc:Point\" x=\"1\" y=\"2\"/>",
      ),
    ).toBe(true);
    expect(drawable('<bpmn:task name="x=&quot;NaN&quot;" />')).toBe(true);
  });

  it.each([
    'x="1e308" y="0"',
    'x="NaN" y="0"',
    'x="Infinity" y="0"',
    'x="0" y="0" width="abc"',
    'x="0" y="0" width=""',
    "x='-2000000' y='0'",
  ])('cannot with %s', (attributes) => {
    expect(drawable(bounds(attributes))).toBe(false);
  });
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { BpmnModdle } from 'bpmn-moddle';
import { readDiagramText } from '#bpmn';
import { knipModdle } from './knip-moddle.js';

const folder = join(import.meta.dirname, '../../../../../../bpmn');
const files = existsSync(folder)
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.bpmn'))
      .sort()
  : [];

/** Opens and saves as the editor does. */
async function openedAndSaved(xml: string): Promise<{ xml: string; warnings: unknown[] }> {
  const moddle = new BpmnModdle({ knip: knipModdle });
  const { rootElement, warnings } = await moddle.fromXML(xml);
  return { xml: (await moddle.toXML(rootElement, { format: true })).xml, warnings };
}

function outlineOf(xml: string) {
  const reading = readDiagramText(xml);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.diagram.outline;
}

const everything = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:kk="urn:knipkaart:bpmn:1" id="D" targetNamespace="urn:test">
  <process id="P">
    <extensionElements><kk:channels order="web post"><kk:reason>Click &lt; call</kk:reason></kk:channels></extensionElements>
    <laneSet id="L"><lane id="L1" name="KCC" kk:side="front"><flowNodeRef>A</flowNodeRef></lane></laneSet>
    <userTask id="A" name="Intake">
      <extensionElements>
        <kk:binding side="front" by="KCC" source="Awb art. 2:3">Mandate</kk:binding>
        <kk:consideration for="front">One intake</kk:consideration>
        <kk:consideration for="back">Content</kk:consideration>
        <kk:dataRequest name="Address" registry="BRP"/>
        <kk:dataRequest name="Income"/>
        <kk:knip side="front" role="generalist"><kk:reason>Same day</kk:reason><kk:alternative>Back</kk:alternative><kk:alternative>Both</kk:alternative></kk:knip>
        <kk:channels order="desk"/>
      </extensionElements>
      <outgoing>F</outgoing>
    </userTask>
    <task id="B"><incoming>F</incoming></task>
    <sequenceFlow id="F" sourceRef="A" targetRef="B">
      <extensionElements>
        <kk:handover from="front" to="back" before="A" after="B"><kk:what>Case number</kk:what><kk:within amount="2" unit="workingDays"/><kk:reason>Or it is lost</kk:reason></kk:handover>
      </extensionElements>
    </sequenceFlow>
  </process>
</definitions>`;

describe('what files carry in our namespace', () => {
  it('survives opening and saving in the editor, under any prefix', async () => {
    const saved = await openedAndSaved(everything);
    expect(saved.warnings).toEqual([]);
    expect(outlineOf(saved.xml)).toEqual(outlineOf(everything));
    expect(outlineOf(saved.xml).steps[0]?.knip).toEqual({
      side: 'front',
      role: 'generalist',
      reason: 'Same day',
      alternatives: ['Back', 'Both'],
    });
    for (const text of ['Case number', 'amount="2"', 'unit="workingDays"', 'Or it is lost', 'before="A"'])
      expect(saved.xml).toContain(text);
  });

  it.each(files)('survives in %s', async (file) => {
    const xml = readFileSync(join(folder, file), 'utf8');
    const saved = await openedAndSaved(xml);
    expect(saved.warnings).toEqual([]);
    expect(outlineOf(saved.xml)).toEqual(outlineOf(xml));
  });
});

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { compareRoots, readDiagramText } from '#bpmn';
import type { DiagramComparison, XmlElement } from '#bpmn';
import { all, copyOf, named, renumbered, reprefixed, shuffled, valueOf } from './rewrite.js';

/** Real files that stand beside the repository; see CONTRIBUTING for what they are. */
const corpus = join(process.env.CORPUS_DIR ?? '../shared', 'corpus', 'files');
const filesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.bpmn'))
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
};
const real = filesIn(corpus);
const roots = [...filesIn('bpmn'), ...real].map((file) => {
  const reading = readDiagramText(readFileSync(file, 'utf8'));
  if (!reading.ok) throw new Error(file);
  return { file, root: reading.diagram.root, warnings: reading.diagram.warnings };
});

const TASKS = [
  'task',
  'userTask',
  'manualTask',
  'serviceTask',
  'scriptTask',
  'sendTask',
  'receiveTask',
  'businessRuleTask',
];
const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
const attribute = (local: string, value: string, uri = '', prefix = '') => ({ prefix, local, uri, value });
const part = (local: string, text: string): XmlElement => ({
  prefix: '',
  local,
  uri: BPMN,
  attributes: [],
  children: [],
  text,
  start: 0,
  startTagEnd: 0,
  endTagStart: 0,
  end: 0,
  selfClosing: false,
});
const put = (element: XmlElement, local: string, value: string) => {
  element.attributes = [
    ...element.attributes.filter((one) => one.local !== local || one.uri !== ''),
    attribute(local, value),
  ];
};
const take = (root: XmlElement, element: XmlElement) => {
  for (const parent of all(root)) parent.children = parent.children.filter((child) => child !== element);
};
const timers = (root: XmlElement) =>
  named(root, 'startEvent', 'boundaryEvent', 'intermediateCatchEvent').filter((event) =>
    all(event).some(({ local }) => /^time(Date|Cycle|Duration)$/.test(local)),
  );
const lanesOf = (root: XmlElement) =>
  named(root, 'lane').filter(
    (lane) => !lane.children.some(({ local }) => local === 'childLaneSet') && valueOf(lane, 'name'),
  );

/** One edit that people make; what it can be done to, and what is then told. */
interface Edit {
  name: string;
  candidates(root: XmlElement): XmlElement[];
  make(element: XmlElement, root: XmlElement): Partial<DiagramComparison['changes'][number]> | undefined;
}
const edits: Edit[] = [
  {
    name: 'a step renamed',
    candidates: (root) => named(root, ...TASKS),
    make: (step) => {
      const before = valueOf(step, 'name')?.trim();
      put(step, 'name', 'Iets heel anders');
      return {
        kind: 'renamed',
        ...(before && { before: before.length > 4_000 ? (expect.any(String) as unknown as string) : before }),
        after: 'Iets heel anders',
      };
    },
  },
  {
    name: 'a step of another type',
    candidates: (root) => named(root, 'userTask', 'task'),
    make: (step) => {
      step.local = 'manualTask';
      return { kind: 'typeChanged', after: 'manualTask' };
    },
  },
  {
    name: 'documentation written',
    candidates: (root) =>
      named(root, ...TASKS).filter((step) => !step.children.some(({ local }) => local === 'documentation')),
    make: (step) => {
      step.children = [part('documentation', ' Zo doen wij dit. '), ...step.children];
      return { kind: 'documentation', after: 'Zo doen wij dit.' };
    },
  },
  {
    name: 'a timer set otherwise',
    candidates: timers,
    make: (event) => {
      const time = all(event).find(({ local }) => /^time(Date|Cycle|Duration)$/.test(local))!;
      time.text = 'P99D';
      return { kind: 'eventDefinition', property: time.local, after: 'P99D' };
    },
  },
  {
    name: 'a condition changed',
    candidates: (root) =>
      named(root, 'sequenceFlow').filter((flow) =>
        flow.children.some(({ local, text }) => local === 'conditionExpression' && text.trim() !== ''),
      ),
    make: (flow) => {
      flow.children.find(({ local }) => local === 'conditionExpression')!.text = 'anders = waar';
      return { kind: 'condition', after: 'anders = waar' };
    },
  },
  {
    name: 'an annotation changed',
    candidates: (root) => named(root, 'textAnnotation'),
    make: (annotation) => {
      annotation.children = [
        ...annotation.children.filter(({ local }) => local !== 'text'),
        part('text', 'Nieuwe tekst'),
      ];
      return { kind: 'annotation', after: 'Nieuwe tekst' };
    },
  },
  {
    name: 'a vendor attribute set',
    candidates: (root) => named(root, ...TASKS, 'sequenceFlow', 'lane'),
    make: (element) => {
      element.attributes = [...element.attributes, attribute('norm', '6 weken', 'urn:some:vendor', 'qq')];
      return {
        kind: 'extension',
        property: expect.stringMatching(/norm$/) as unknown as string,
        after: '6 weken',
      };
    },
  },
  {
    name: 'a step in another lane',
    candidates: (root) => {
      const lanes = lanesOf(root);
      return lanes.length < 2
        ? []
        : lanes.flatMap((lane) => lane.children.filter(({ local }) => local === 'flowNodeRef'));
    },
    make: (ref, root) => {
      const lanes = lanesOf(root);
      const from = lanes.find((lane) => lane.children.includes(ref))!;
      const to = lanes.find((lane) => lane !== from && valueOf(lane, 'name') !== valueOf(from, 'name'));
      const members = all(root).filter(
        ({ local, text }) => local === 'flowNodeRef' && text.trim() === ref.text.trim(),
      );
      if (
        !to ||
        members.length > 1 ||
        !all(root).some((element) => valueOf(element, 'id') === ref.text.trim())
      )
        return undefined;
      from.children = from.children.filter((child) => child !== ref);
      to.children = [...to.children, ref];
      return {
        kind: 'movedLane',
        elementId: ref.text.trim(),
        before: valueOf(from, 'name')!.trim(),
        after: valueOf(to, 'name')!.trim(),
      };
    },
  },
  {
    name: 'a flow removed',
    candidates: (root) =>
      named(root, 'sequenceFlow').filter(
        (flow) => !all(root).some((element) => valueOf(element, 'default') === valueOf(flow, 'id')),
      ),
    make: (flow, root) => {
      take(root, flow);
      return { kind: 'removed' };
    },
  },
  {
    name: 'a flow led to itself',
    candidates: (root) =>
      named(root, 'sequenceFlow').filter((flow) => valueOf(flow, 'sourceRef') !== valueOf(flow, 'targetRef')),
    make: (flow) => {
      put(flow, 'targetRef', valueOf(flow, 'sourceRef') ?? '');
      return { kind: 'rerouted', property: 'target', afterId: valueOf(flow, 'sourceRef') };
    },
  },
  {
    name: 'a step repeated',
    candidates: (root) =>
      named(root, ...TASKS).filter(
        (step) => !step.children.some(({ local }) => local.endsWith('LoopCharacteristics')),
      ),
    make: (step) => {
      step.children = [...step.children, part('multiInstanceLoopCharacteristics', '')];
      return { kind: 'loop', property: 'multiInstanceLoopCharacteristics' };
    },
  },
  {
    name: 'a lane renamed',
    candidates: (root) => named(root, 'lane'),
    make: (lane) => {
      put(lane, 'name', 'KCC');
      return { kind: 'renamed', after: 'KCC' };
    },
  },
  {
    name: 'an event that no longer interrupts',
    candidates: (root) =>
      named(root, 'boundaryEvent').filter((event) => valueOf(event, 'cancelActivity') !== 'false'),
    make: (event) => {
      put(event, 'cancelActivity', 'false');
      return { kind: 'attribute', property: 'cancelActivity', after: 'false' };
    },
  },
  {
    name: 'a message renamed',
    candidates: (root) => named(root, 'message'),
    make: (message) => {
      put(message, 'name', 'Andere boodschap');
      return { kind: 'renamed', after: 'Andere boodschap' };
    },
  },
];

/** How the other side may be written without meaning anything else. */
const dresses: ((root: XmlElement, seed: number) => XmlElement)[] = [
  (root) => root,
  shuffled,
  reprefixed,
  (root, seed) => shuffled(reprefixed(root), seed),
];

describe(`One edit to one of ${roots.length} files${real.length > 0 ? '' : ` (without real ones: ${corpus} is not there; set CORPUS_DIR)`}`, () => {
  it.each(edits)('$name is reported, and nothing else, however the file is written', (edit) => {
    const able = roots.filter(
      ({ root, warnings }) =>
        !warnings.some(({ code }) => code === 'duplicateId' || code === 'missingId') &&
        edit.candidates(root).length > 0,
    );
    expect(able.length > 0 || real.length === 0).toBe(true);
    if (able.length === 0) return;
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(), (which, place, seed) => {
        const { file, root } = able[which % able.length]!;
        const copy = copyOf(root);
        const candidates = edit.candidates(copy);
        const element = candidates[place % candidates.length]!;
        const id = valueOf(element, 'id')?.trim();
        const expected = edit.make(element, copy);
        if (!expected) return;
        const { changes, renamedIds, layout } = compareRoots(
          root,
          dresses[seed % dresses.length]!(copy, seed),
        );
        expect({ file, id, changes, renamedIds, layout }).toEqual({
          file,
          id,
          changes: [expect.objectContaining({ ...(id !== undefined && { elementId: id }), ...expected })],
          renamedIds: [],
          layout: { moved: [] },
        });
      }),
      { numRuns: 40, seed: 5 },
    );
  });

  it('is reported too where every element got a new id', () => {
    const able = roots.filter(({ root }) => named(root, ...TASKS).length > 2);
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (which, place) => {
        const { file, root } = able[which % able.length]!;
        const copy = copyOf(root);
        const steps = named(copy, ...TASKS);
        const step = steps[place % steps.length]!;
        step.children = [
          part('documentation', 'Alleen hier.'),
          ...step.children.filter(({ local }) => local !== 'documentation'),
        ];
        const { changes } = compareRoots(root, shuffled(renumbered(copy), place));
        expect({ file, changes }).toEqual({
          file,
          changes: [expect.objectContaining({ kind: 'documentation', after: 'Alleen hier.' })],
        });
      }),
      { numRuns: 60, seed: 6 },
    );
  });

  it('that renames one id is a renamed id and no change', () => {
    const able = roots.filter(
      ({ root, warnings }) =>
        !warnings.some(({ code }) => code === 'duplicateId') &&
        named(root, ...TASKS).some((step) => valueOf(step, 'id')),
    );
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (which, place) => {
        const { file, root } = able[which % able.length]!;
        const ids = named(
          root,
          ...TASKS,
          'startEvent',
          'exclusiveGateway',
          'lane',
          'process',
          'sequenceFlow',
        ).flatMap((one) => valueOf(one, 'id')?.trim() ?? []);
        const id = ids[place % ids.length]!;
        const { changes, renamedIds } = compareRoots(
          root,
          renumbered(root, (old) => (old === id ? 'Heel_nieuw' : old)),
        );
        expect({ file, changes, renamedIds }).toEqual({
          file,
          changes: [],
          renamedIds: [{ before: id, after: 'Heel_nieuw' }],
        });
      }),
      { numRuns: 80, seed: 7 },
    );
  });
});

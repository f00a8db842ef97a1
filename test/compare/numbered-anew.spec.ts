import { describe, expect, it } from '@jest/globals';
import { compareDiagrams, mergeDiagrams } from '#bpmn';

/** Ids that a tool gives stand as `_` and a number; all others stay. */
const FIRST = 100;
const COUNT = 13;
const WAYS: Record<string, (n: number) => number> = {
  'one further': (n) => n + 1,
  'one back': (n) => n - 1,
  'three further': (n) => n + 3,
  'two and two exchanged': (n) => n ^ 1,
  'turned round': (n) => 2 * FIRST - n,
  'the last one first': (n) => FIRST + ((n - FIRST + 1) % COUNT),
  mixed: (n) => FIRST + (((n - FIRST) * 5 + 3) % COUNT),
};
const numbered = (text: string, way: (n: number) => number) =>
  text.replace(/(?<=[">]_)(\d+)(?=["<])/g, (n) => String(way(Number(n))));

const of = (content: string, shared = '') =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:x">${shared}<process id="P">${content}</process></definitions>`;
const each = (count: number, one: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => one(i)).join('');
const step = (id: string, name: string, inside = '') =>
  `<userTask id="${id}" name="${name}">${inside}</userTask>`;
const flow = (id: number, from: string, to: string) =>
  `<sequenceFlow id="_${id}" sourceRef="${from}" targetRef="${to}"/>`;
const lane = (id: number, name: string, ...members: string[]) =>
  `<lane id="_${id}"${name && ` name="${name}"`}>${members.map((each) => `<flowNodeRef>${each}</flowNodeRef>`).join('')}</lane>`;
const boundary = (i: number, definition: string) =>
  `<boundaryEvent id="B${i}" name="Bij ${i}" attachedToRef="T">${definition}</boundaryEvent>`;
const throwing = (i: number, definition: string) =>
  `<intermediateThrowEvent id="E${i}" name="Zend ${i}">${definition}</intermediateThrowEvent>`;
const subProcess = (name: string, from: number) =>
  `<subProcess id="_${from}"${name}><startEvent id="_${from + 1}"/>${step(`_${from + 2}`, 'Aannemen')}<endEvent id="_${from + 3}"/>${flow(from + 4, `_${from + 1}`, `_${from + 2}`)}${flow(from + 5, `_${from + 2}`, `_${from + 3}`)}</subProcess>`;
const dataInputs = (names: string[]) =>
  `<ioSpecification>${each(2, (i) => `<dataInput id="_10${i}"${names[i]}/>`)}<inputSet>${each(2, (i) => `<dataInputRefs>_10${i}</dataInputRefs>`)}</inputSet><outputSet/></ioSpecification>${each(2, (i) => `<dataInputAssociation id="_10${i + 4}"><sourceRef>R${i}</sourceRef><targetRef>_10${i}</targetRef></dataInputAssociation>`)}`;
const twoData = each(
  2,
  (i) => `<dataObject id="O${i}"/><dataObjectReference id="R${i}" name="Stuk ${i}" dataObjectRef="O${i}"/>`,
);

const DIAGRAMS: Record<string, string> = {
  signals: of(
    each(3, (i) => throwing(i, `<signalEventDefinition signalRef="_10${i}"/>`)),
    each(3, (i) => `<signal id="_10${i}" name="Sein ${i}"/>`),
  ),
  'errors without a name': of(
    step('T', 'Toetsen') + each(3, (i) => boundary(i, `<errorEventDefinition errorRef="_10${i}"/>`)),
    each(3, (i) => `<error id="_10${i}" errorCode="${i}"/>`),
  ),
  escalations: of(
    each(2, (i) => throwing(i, `<escalationEventDefinition escalationRef="_10${i}"/>`)),
    each(2, (i) => `<escalation id="_10${i}" name="Hoger ${i}" escalationCode="${i}"/>`),
  ),
  'item definitions': of(
    '<property id="_105" name="p" itemSubjectRef="_101"/><dataObject id="_106" name="D" itemSubjectRef="_102"/><dataObjectReference id="_107" name="D" dataObjectRef="_106"/>',
    each(3, (i) => `<itemDefinition id="_10${i}" structureRef="soort-${i}"/>`) +
      '<message id="_103" name="M" itemRef="_100"/><message id="_104" name="N" itemRef="_101"/>',
  ),
  'item definitions of what a step takes and gives': of(
    '<task id="_102" name="Toetsen"><ioSpecification><dataInput id="_103" itemSubjectRef="_100"/><dataOutput id="_104" itemSubjectRef="_101"/><inputSet/><outputSet/></ioSpecification></task>',
    '<itemDefinition id="_100" structureRef="soort-in"/><itemDefinition id="_101" structureRef="soort-uit"/>',
  ),
  'data stores without a name': of(
    each(2, (i) => `<dataStoreReference id="_10${i + 2}" dataStoreRef="_10${i}" name="Bank ${i}"/>`),
    each(2, (i) => `<dataStore id="_10${i}"/>`),
  ),
  'data objects and what leads to them': of(
    each(
      3,
      (i) =>
        `<dataObject id="_10${i}"/><dataObjectReference id="_10${i + 4}" name="D${i}" dataObjectRef="_10${i}"/>`,
    ) +
      step(
        'T',
        'Toetsen',
        '<dataInputAssociation id="_108"><sourceRef>_104</sourceRef></dataInputAssociation><dataInputAssociation id="_109"><sourceRef>_105</sourceRef></dataInputAssociation><dataOutputAssociation id="_110"><targetRef>_106</targetRef></dataOutputAssociation>',
      ),
  ),
  'data inputs': of(twoData + step('T', 'Toetsen', dataInputs([' name="a"', ' name="b"']))),
  'data inputs without a name': of(twoData + step('T', 'Toetsen', dataInputs(['', '']))),
  'annotations and associations': of(
    step('T0', 'Een') +
      step('T1', 'Twee') +
      each(3, (i) => `<textAnnotation id="_10${i}"><text>Let op ${i}</text></textAnnotation>`) +
      each(3, (i) => `<association id="_10${i + 3}" sourceRef="T${i % 2}" targetRef="_10${i}"/>`),
  ),
  groups: of(
    each(2, (i) => `<group id="_10${i + 4}" categoryValueRef="_10${2 * i + 1}"/>`),
    each(
      2,
      (i) => `<category id="_10${2 * i}"><categoryValue id="_10${2 * i + 1}" value="Fase ${i}"/></category>`,
    ),
  ),
  'parallel flows': of(
    `<exclusiveGateway id="G" default="_102"/>${step('T', 'Toetsen')}<sequenceFlow id="_100" name="ja" sourceRef="G" targetRef="T"><conditionExpression>a</conditionExpression></sequenceFlow><sequenceFlow id="_101" name="nee" sourceRef="G" targetRef="T"><conditionExpression>b</conditionExpression></sequenceFlow>${flow(102, 'G', 'T')}`,
  ),
  'boundary events': of(
    step('_100', 'A') +
      step('_101', 'B') +
      each(
        2,
        (i) =>
          `<boundaryEvent id="_10${i + 2}" attachedToRef="_10${i}"><errorEventDefinition/></boundaryEvent>`,
      ) +
      step('_106', 'Herstel') +
      step('_107', 'Herstel') +
      flow(108, '_102', '_106') +
      flow(109, '_103', '_107'),
  ),
  'sub-processes': of(
    subProcess(' name="Intake"', 100) + subProcess(' name="Besluit"', 106) + flow(112, '_100', '_106'),
  ),
  'sub-processes without a name': of(subProcess('', 100) + subProcess('', 106) + flow(112, '_100', '_106')),
  'calls of one name': of(
    each(3, (i) => `<callActivity id="_10${i}" name="Roep" calledElement="proces-${i}"/>`),
  ),
  lanes: of(
    `<laneSet id="_100">${lane(101, 'KCC', '_103')}${lane(102, 'Vak', '_104')}</laneSet>${step('_103', 'A')}${step('_104', 'B')}`,
  ),
  'lanes without a name': of(
    `<laneSet id="_100">${lane(101, '', 'T3')}${lane(102, '', 'T4')}${lane(103, '')}</laneSet>${step('T3', 'A')}${step('T4', 'B')}`,
  ),
  'lanes of one name': of(
    `<laneSet id="_100">${each(3, (i) => lane(101 + i, 'Balie', `T${i}`))}</laneSet>${each(3, (i) => step(`T${i}`, `Stap ${i}`))}`,
  ),
  'gateways without a name': of(
    `${step('_100', 'A')}<exclusiveGateway id="_101"/><exclusiveGateway id="_102"/><parallelGateway id="_103"/><parallelGateway id="_104"/>${step('_105', 'B')}${flow(106, '_100', '_101')}${flow(107, '_101', '_103')}${flow(108, '_103', '_104')}${flow(109, '_104', '_102')}${flow(110, '_102', '_105')}`,
  ),
  'steps of one name': of(
    each(3, (i) => step(`_10${i}`, 'Wacht')) +
      step('_103', 'Klaar') +
      each(3, (i) => flow(104 + i, `_10${i}`, `_10${i + 1}`)),
  ),
  'operations and global tasks': of(
    each(
      2,
      (i) =>
        `<callActivity id="C${i}" name="Roep ${i}" calledElement="_10${i}"/><serviceTask id="S${i}" name="Dienst ${i}" operationRef="_10${i + 3}"/>`,
    ),
    `${each(2, (i) => `<globalUserTask id="_10${i}" name="G${i}"/>`)}<interface id="_102" name="I">${each(2, (i) => `<operation id="_10${i + 3}" name="o${i}"><inMessageRef>_10${i + 5}</inMessageRef></operation>`)}</interface>${each(2, (i) => `<message id="_10${i + 5}" name="m${i}"/>`)}`,
  ),
  'several processes': `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:x"><collaboration id="_100"><participant id="_101" name="Burger" processRef="_105"/><participant id="_102" name="Gemeente" processRef="_106"/><messageFlow id="_103" sourceRef="_107" targetRef="_109"/><messageFlow id="_104" sourceRef="_110" targetRef="_108"/></collaboration><process id="_105">${step('_107', 'Vragen')}${step('_108', 'Ontvangen')}${flow(111, '_107', '_108')}</process><process id="_106">${step('_109', 'Aannemen')}${step('_110', 'Antwoorden')}</process></definitions>`,
  conversations: `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:x"><collaboration id="_100">${each(3, (i) => `<participant id="_10${i + 1}" name="Partij ${i}"/>`)}${each(2, (i) => `<conversation id="_10${i + 4}" name="Gesprek ${i}"><participantRef>_10${i + 1}</participantRef><participantRef>_10${i + 2}</participantRef></conversation>`)}${each(4, (i) => `<conversationLink id="_1${String(i + 6).padStart(2, '0')}" sourceRef="_10${((i + 1) >> 1) + 1}" targetRef="_10${(i >> 1) + 4}"/>`)}</collaboration></definitions>`,
};

/** What a person may write something about. */
const WRITABLE =
  /<(?!definitions|ioSpecification|inputSet|outputSet|property)(\w+)(?=[^>]* id="([^"]+)")[^>]*?(\/?)>/g;
const idsIn = (text: string) => [...text.matchAll(WRITABLE)].map(([, , id]) => id!);
function written(text: string, id: string, words: string): string {
  const found = [...text.matchAll(WRITABLE)].find(([, , each]) => each === id)!;
  const [tag, local, , closed] = found;
  const note = `<documentation>${words}</documentation>`;
  const now = closed ? `${tag.slice(0, -2)}>${note}</${local}>` : tag + note;
  return text.slice(0, found.index) + now + text.slice(found.index + tag.length);
}

describe.each(Object.entries(WAYS))('Ids that a tool numbered anew, %s', (_, way) => {
  it.each(Object.entries(DIAGRAMS))('are no change: %s', (_, text) => {
    expect(compareDiagrams(text, numbered(text, way)).changes).toEqual([]);
  });

  it.each(Object.entries(DIAGRAMS))('do not lead what two people wrote astray: %s', (_, text) => {
    const ids = idsIn(text);
    ids.forEach((id, i) => {
      const own = ids[(i + 1) % ids.length]!;
      const theirs = written(text, id, 'Van een collega');
      const merging = mergeDiagrams(text, numbered(written(text, own, 'Van mij'), way), theirs);
      const right = compareDiagrams(written(theirs, own, 'Van mij'), merging.text);
      expect([id, own, merging.conflicts, right.changes, right.renamedIds]).toEqual([id, own, [], [], []]);
    });
  });
});

import { describe, expect, it } from '@jest/globals';
import { compareDiagrams } from '#bpmn';
import type { DiagramChange } from '#bpmn';

const file = (content: string) =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:v="urn:v" targetNamespace="urn:x">${content}</definitions>`;

/** What differs, what stands in two files, and what is told: changes, then ids that are others now. */
const CHANGES: [differs: string, before: string, after: string, told: string[]][] = [
  [
    'a name that was given',
    '<process id="P"><task id="A"/></process>',
    '<process id="P"><task id="A" name="n"/></process>',
    ['renamed task A:  > n'],
  ],
  [
    'a name that was taken away',
    '<process id="P"><task id="A" name="n"/></process>',
    '<process id="P"><task id="A"/></process>',
    ['renamed task A: n > '],
  ],
  [
    'a name with other blanks is none',
    '<process id="P"><task id="A" name="a  b"/></process>',
    '<process id="P"><task id="A" name=" a b"/></process>',
    [],
  ],
  [
    'a kind of step',
    '<process id="P"><task id="A"/></process>',
    '<process id="P"><userTask id="A"/></process>',
    ['typeChanged userTask A: task > userTask'],
  ],
  [
    'a boolean in another writing is none',
    '<process id="P"><task id="A" isForCompensation="true"/></process>',
    '<process id="P"><task id="A" isForCompensation="1"/></process>',
    [],
  ],
  [
    'a default that is written out is none',
    '<process id="P"><task id="A"/></process>',
    '<process id="P"><task id="A" startQuantity="1"/></process>',
    [],
  ],
  [
    'an attribute',
    '<process id="P"><task id="A" startQuantity="2"/></process>',
    '<process id="P"><task id="A" startQuantity="3"/></process>',
    ['attribute task A startQuantity: 2 > 3'],
  ],
  [
    'an attribute that is new',
    '<process id="P"><task id="A"/></process>',
    '<process id="P"><task id="A" startQuantity="3"/></process>',
    ['attribute task A startQuantity:  > 3'],
  ],
  [
    'an attribute that is gone',
    '<process id="P"><task id="A" startQuantity="3"/></process>',
    '<process id="P"><task id="A"/></process>',
    ['attribute task A startQuantity: 3 > '],
  ],
  [
    'a value whose prefix alone differs is none',
    '<process id="P"><task id="A" implementation="v:x"/></process>',
    '<process id="P"><task id="A" xmlns:w="urn:v" implementation="w:x"/></process>',
    [],
  ],
  [
    'an attribute of a vendor',
    '<process id="P"><task id="A" v:a="1"/></process>',
    '<process id="P"><task id="A" v:a="2"/></process>',
    ['extension task A v:a: 1 > 2'],
  ],
  [
    'an attribute of a vendor that is new',
    '<process id="P"><task id="A"/></process>',
    '<process id="P"><task id="A" v:a="2"/></process>',
    ['extension task A v:a:  > 2'],
  ],
  [
    'an attribute of XML',
    '<process id="P"><task id="A" xml:lang="nl"/></process>',
    '<process id="P"><task id="A" xml:lang="en"/></process>',
    ['attribute task A xml:lang: nl > en'],
  ],
  [
    "a vendor's name that alone has another prefix is none",
    '<process id="P"><task id="A" v:a="v:x"/></process>',
    '<process id="P"><task id="A" xmlns:w="urn:v" v:a="w:x"/></process>',
    [],
  ],
  [
    'a code of an error',
    '<error id="E" name="e" errorCode="1"/><process id="P"></process>',
    '<error id="E" name="e" errorCode="2"/><process id="P"></process>',
    ['eventDefinition error E errorCode: 1 > 2'],
  ],
  [
    'a code of an escalation',
    '<escalation id="E" name="e" escalationCode="1"/><process id="P"></process>',
    '<escalation id="E" name="e" escalationCode="2"/><process id="P"></process>',
    ['eventDefinition escalation E escalationCode: 1 > 2'],
  ],
  [
    'documentation',
    '<process id="P"><task id="A"><documentation>x</documentation></task></process>',
    '<process id="P"><task id="A"><documentation>y</documentation></task></process>',
    ['documentation task A: x > y'],
  ],
  [
    'documentation that is new',
    '<process id="P"><task id="A"/></process>',
    '<process id="P"><task id="A"><documentation>y</documentation></task></process>',
    ['documentation task A:  > y'],
  ],
  [
    'documentation with other blanks is none',
    '<process id="P"><task id="A"><documentation>a  b</documentation></task></process>',
    '<process id="P"><task id="A"><documentation> a b </documentation></task></process>',
    [],
  ],
  [
    'blank documentation is none',
    '<process id="P"><task id="A"/></process>',
    '<process id="P"><task id="A"><documentation> </documentation></task></process>',
    [],
  ],
  [
    'one of two documentations',
    '<process id="P"><task id="A"><documentation>x</documentation><documentation>y</documentation></task></process>',
    '<process id="P"><task id="A"><documentation>y</documentation><documentation>z</documentation></task></process>',
    ['documentation task A: x > z'],
  ],
  [
    'documentations in another order are none',
    '<process id="P"><task id="A"><documentation>x</documentation><documentation>y</documentation></task></process>',
    '<process id="P"><task id="A"><documentation>y</documentation><documentation>x</documentation></task></process>',
    [],
  ],
  [
    'the format of a text',
    '<process id="P"><task id="A"><documentation>x</documentation></task></process>',
    '<process id="P"><task id="A"><documentation textFormat="text/html">x</documentation></task></process>',
    [
      'documentation task A: <documentation>x</documentation> > <documentation textFormat="text/html">x</documentation>',
    ],
  ],
  [
    'a condition',
    '<process id="P"><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="B"><conditionExpression>x</conditionExpression></sequenceFlow></process>',
    '<process id="P"><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="B"><conditionExpression>y</conditionExpression></sequenceFlow></process>',
    ['condition sequenceFlow F: x > y'],
  ],
  [
    'a condition that is new',
    '<process id="P"><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="B"></sequenceFlow></process>',
    '<process id="P"><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="B"><conditionExpression>y</conditionExpression></sequenceFlow></process>',
    ['condition sequenceFlow F:  > y'],
  ],
  [
    'a condition that is gone',
    '<process id="P"><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="B"><conditionExpression>x</conditionExpression></sequenceFlow></process>',
    '<process id="P"><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="B"></sequenceFlow></process>',
    ['condition sequenceFlow F: x > '],
  ],
  [
    'the language of a condition',
    '<process id="P"><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="B"><conditionExpression language="a">x</conditionExpression></sequenceFlow></process>',
    '<process id="P"><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="B"><conditionExpression language="b">x</conditionExpression></sequenceFlow></process>',
    ['condition sequenceFlow F language: a > b'],
  ],
  [
    'the language that holds anyway is none',
    '<process id="P"><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="B"><conditionExpression>x</conditionExpression></sequenceFlow></process>',
    '<process id="P"><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="B"><conditionExpression language="http://www.w3.org/1999/XPath">x</conditionExpression></sequenceFlow></process>',
    [],
  ],
  [
    'an attribute of a vendor on a condition',
    '<process id="P"><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="B"><conditionExpression>x</conditionExpression></sequenceFlow></process>',
    '<process id="P"><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="B"><conditionExpression v:a="1">x</conditionExpression></sequenceFlow></process>',
    ['extension sequenceFlow F v:a:  > 1'],
  ],
  [
    'a default flow',
    '<process id="P"><exclusiveGateway id="G" default="F"/><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="G" targetRef="A"></sequenceFlow></process>',
    '<process id="P"><exclusiveGateway id="G"/><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="G" targetRef="A"></sequenceFlow></process>',
    ['defaultFlow exclusiveGateway G: F >  (F > )'],
  ],
  [
    'a flow with another target',
    '<process id="P"><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="B"></sequenceFlow></process>',
    '<process id="P"><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="C"></sequenceFlow></process>',
    ['rerouted sequenceFlow F target: Bb > Cc (B > C)'],
  ],
  [
    'a flow with another source',
    '<process id="P"><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="B"></sequenceFlow></process>',
    '<process id="P"><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="C" targetRef="B"></sequenceFlow></process>',
    ['rerouted sequenceFlow F source: Aa > Cc (A > C)'],
  ],
  [
    'a flow turned round',
    '<process id="P"><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="B"></sequenceFlow></process>',
    '<process id="P"><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="B" targetRef="A"></sequenceFlow></process>',
    ['rerouted sequenceFlow F source: Aa > Bb (A > B)', 'rerouted sequenceFlow F target: Bb > Aa (B > A)'],
  ],
  [
    'a flow to nothing',
    '<process id="P"><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="B"></sequenceFlow></process>',
    '<process id="P"><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="Z"></sequenceFlow></process>',
    ['rerouted sequenceFlow F target: Bb > Z (B > )'],
  ],
  [
    'a flow from nothing to nothing else',
    '<process id="P"><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="Y"></sequenceFlow></process>',
    '<process id="P"><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="Z"></sequenceFlow></process>',
    ['rerouted sequenceFlow F target: Y > Z'],
  ],
  [
    'a flow without an end',
    '<process id="P"><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="B"></sequenceFlow></process>',
    '<process id="P"><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A"/></process>',
    ['rerouted sequenceFlow F target: Bb >  (B > )'],
  ],
  [
    'an association turned round is none',
    '<process id="P"><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><association id="F" sourceRef="A" targetRef="B"/></process>',
    '<process id="P"><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><association id="F" sourceRef="B" targetRef="A" associationDirection="None"/></process>',
    [],
  ],
  [
    'an association with a direction turned round',
    '<process id="P"><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><association id="F" sourceRef="A" targetRef="B" associationDirection="One"/></process>',
    '<process id="P"><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><association id="F" sourceRef="B" targetRef="A" associationDirection="One"/></process>',
    ['rerouted association F source: Aa > Bb (A > B)', 'rerouted association F target: Bb > Aa (B > A)'],
  ],
  [
    'an association turned round and led elsewhere',
    '<process id="P"><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><association id="F" sourceRef="A" targetRef="B"/></process>',
    '<process id="P"><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><association id="F" sourceRef="C" targetRef="A"/></process>',
    ['rerouted association F target: Bb > Cc (B > C)'],
  ],
  [
    'the direction of an association',
    '<process id="P"><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><association id="F" sourceRef="A" targetRef="B"/></process>',
    '<process id="P"><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><association id="F" sourceRef="A" targetRef="B" associationDirection="One"/></process>',
    ['attribute association F associationDirection:  > One'],
  ],
  [
    'a lane',
    '<process id="P"><laneSet id="LS"><lane id="L" name="l"><flowNodeRef>A</flowNodeRef></lane><lane id="M" name="m"></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/></process>',
    '<process id="P"><laneSet id="LS"><lane id="L" name="l"></lane><lane id="M" name="m"><flowNodeRef>A</flowNodeRef></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/></process>',
    ['movedLane task A: l > m (L > M)'],
  ],
  [
    'a step that left its lane',
    '<process id="P"><laneSet id="LS"><lane id="L" name="l"><flowNodeRef>A</flowNodeRef></lane><lane id="M" name="m"></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/></process>',
    '<process id="P"><laneSet id="LS"><lane id="L" name="l"></lane><lane id="M" name="m"></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/></process>',
    ['movedLane task A: l >  (L > )'],
  ],
  [
    'a step in two lanes',
    '<process id="P"><laneSet id="LS"><lane id="L" name="l"><flowNodeRef>A</flowNodeRef></lane><lane id="M" name="m"></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/></process>',
    '<process id="P"><laneSet id="LS"><lane id="L" name="l"><flowNodeRef>A</flowNodeRef></lane><lane id="M" name="m"><flowNodeRef>A</flowNodeRef></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/></process>',
    ['movedLane task A: l > l, m (L > L)'],
  ],
  [
    'a step in the inner of two lanes',
    '<process id="P"><laneSet id="LS"><lane id="L" name="l"><flowNodeRef>A</flowNodeRef><childLaneSet id="CS"><lane id="I" name="i"></lane></childLaneSet></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/></process>',
    '<process id="P"><laneSet id="LS"><lane id="L" name="l"><flowNodeRef>A</flowNodeRef><childLaneSet id="CS"><lane id="I" name="i"><flowNodeRef>A</flowNodeRef></lane></childLaneSet></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/></process>',
    ['movedLane task A: l > i (L > I)'],
  ],
  [
    'a lane in another lane',
    '<process id="P"><laneSet id="LS"><lane id="L" name="l"><flowNodeRef>A</flowNodeRef><childLaneSet id="CS"><lane id="I" name="i"><flowNodeRef>B</flowNodeRef></lane></childLaneSet></lane><lane id="M" name="m"><flowNodeRef>C</flowNodeRef><childLaneSet id="CT"><lane id="J" name="j"></lane></childLaneSet></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/></process>',
    '<process id="P"><laneSet id="LS"><lane id="L" name="l"><flowNodeRef>A</flowNodeRef><childLaneSet id="CS"></childLaneSet></lane><lane id="M" name="m"><flowNodeRef>C</flowNodeRef><childLaneSet id="CT"><lane id="I" name="i"><flowNodeRef>B</flowNodeRef></lane><lane id="J" name="j"></lane></childLaneSet></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/></process>',
    ['movedLane lane I: l > m (L > M)'],
  ],
  [
    'a step in a sub-process',
    '<process id="P"><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><subProcess id="S" name="s"/></process>',
    '<process id="P"><task id="B" name="Bb"/><task id="C" name="Cc"/><subProcess id="S" name="s"><task id="A" name="Aa"/></subProcess></process>',
    ['movedSubProcess task A:  > s ( > S)'],
  ],
  [
    'a step out of a sub-process',
    '<process id="P"><task id="B" name="Bb"/><task id="C" name="Cc"/><subProcess id="S" name="s"><task id="A" name="Aa"/></subProcess></process>',
    '<process id="P"><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><subProcess id="S" name="s"/></process>',
    ['movedSubProcess task A: s >  (S > )'],
  ],
  [
    'a step in a sub-process of the same lane',
    '<process id="P"><laneSet id="LS"><lane id="L" name="l"><flowNodeRef>A</flowNodeRef><flowNodeRef>S</flowNodeRef></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><subProcess id="S" name="s"/></process>',
    '<process id="P"><laneSet id="LS"><lane id="L" name="l"><flowNodeRef>S</flowNodeRef></lane></laneSet><task id="B" name="Bb"/><task id="C" name="Cc"/><subProcess id="S" name="s"><task id="A" name="Aa"/></subProcess></process>',
    ['movedSubProcess task A:  > s ( > S)'],
  ],
  [
    'a step in another pool',
    '<collaboration id="Co"><participant id="p" name="Een" processRef="P"/><participant id="q" name="Twee" processRef="Q"/></collaboration><process id="P"><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/></process><process id="Q"><task id="D" name="Dd"/></process>',
    '<collaboration id="Co"><participant id="p" name="Een" processRef="P"/><participant id="q" name="Twee" processRef="Q"/></collaboration><process id="P"><task id="B" name="Bb"/><task id="C" name="Cc"/></process><process id="Q"><task id="D" name="Dd"/><task id="A" name="Aa"/></process>',
    ['movedParticipant task A: Een > Twee (p > q)'],
  ],
  [
    'an event that waits for a message',
    '<process id="P"><startEvent id="A"></startEvent></process>',
    '<message id="M" name="m"/><process id="P"><startEvent id="A"><messageEventDefinition messageRef="M"/></startEvent></process>',
    ['eventDefinition startEvent A messageEventDefinition:  > message m'],
  ],
  [
    'another message',
    '<message id="M" name="m"/><message id="N" name="n"/><process id="P"><startEvent id="A"><messageEventDefinition messageRef="M"/></startEvent></process>',
    '<message id="M" name="m"/><message id="N" name="n"/><process id="P"><startEvent id="A"><messageEventDefinition messageRef="N"/></startEvent></process>',
    ['eventDefinition startEvent A messageRef: m > n (M > N)'],
  ],
  [
    'another message that has the id of the first now',
    '<message id="M" name="m"/><message id="N" name="n"/><process id="P"><startEvent id="A"><messageEventDefinition messageRef="M"/></startEvent></process>',
    '<message id="N" name="m"/><message id="M" name="n"/><process id="P"><startEvent id="A"><messageEventDefinition messageRef="M"/></startEvent></process>',
    ['eventDefinition startEvent A messageRef: m > n (M > M)', 'id M > N', 'id N > M'],
  ],
  [
    'a message that becomes none',
    '<message id="M" name="m"/><process id="P"><startEvent id="A"><messageEventDefinition messageRef="M"/></startEvent></process>',
    '<message id="M" name="m"/><process id="P"><startEvent id="A"><messageEventDefinition/></startEvent></process>',
    ['eventDefinition startEvent A messageRef: m >  (M > )'],
  ],
  [
    'another kind of event',
    '<process id="P"><startEvent id="A"><timerEventDefinition><timeDate>1</timeDate></timerEventDefinition></startEvent></process>',
    '<process id="P"><startEvent id="A"><conditionalEventDefinition><condition>x</condition></conditionalEventDefinition></startEvent></process>',
    ['eventDefinition startEvent A type: timer 1 > conditional x'],
  ],
  [
    'an event that waits for nothing any more',
    '<process id="P"><startEvent id="A"><timerEventDefinition><timeDate>1</timeDate></timerEventDefinition></startEvent></process>',
    '<process id="P"><startEvent id="A"></startEvent></process>',
    ['eventDefinition startEvent A timerEventDefinition: timer 1 > '],
  ],
  [
    'a second event definition',
    '<process id="P"><startEvent id="A"><messageEventDefinition/></startEvent></process>',
    '<process id="P"><startEvent id="A"><messageEventDefinition/><signalEventDefinition/></startEvent></process>',
    ['eventDefinition startEvent A signalEventDefinition:  > signal'],
  ],
  [
    'a time',
    '<process id="P"><startEvent id="A"><timerEventDefinition><timeDate>1</timeDate></timerEventDefinition></startEvent></process>',
    '<process id="P"><startEvent id="A"><timerEventDefinition><timeDate>2</timeDate></timerEventDefinition></startEvent></process>',
    ['eventDefinition startEvent A timeDate: 1 > 2'],
  ],
  [
    'a sort of time',
    '<process id="P"><startEvent id="A"><timerEventDefinition><timeDate>1</timeDate></timerEventDefinition></startEvent></process>',
    '<process id="P"><startEvent id="A"><timerEventDefinition><timeCycle>R1</timeCycle></timerEventDefinition></startEvent></process>',
    ['eventDefinition startEvent A timer: timeDate 1 > timeCycle R1'],
  ],
  [
    'a reference to an event definition',
    '<timerEventDefinition id="Ti"/><process id="P"><startEvent id="A"><eventDefinitionRef>Ti</eventDefinitionRef></startEvent></process>',
    '<timerEventDefinition id="Ti"/><process id="P"><startEvent id="A"></startEvent></process>',
    ['eventDefinition startEvent A eventDefinitionRef: eventDefinitionRef Ti > '],
  ],
  [
    'a loop',
    '<process id="P"><task id="A"/></process>',
    '<process id="P"><task id="A"><standardLoopCharacteristics/></task></process>',
    ['loop task A standardLoopCharacteristics:  > <standardLoopCharacteristics/>'],
  ],
  [
    'a setting of a loop',
    '<process id="P"><task id="A"><standardLoopCharacteristics loopMaximum="2"/></task></process>',
    '<process id="P"><task id="A"><standardLoopCharacteristics loopMaximum="3"/></task></process>',
    ['loop task A loopMaximum: 2 > 3'],
  ],
  [
    'another kind of loop',
    '<process id="P"><task id="A"><standardLoopCharacteristics/></task></process>',
    '<process id="P"><task id="A"><multiInstanceLoopCharacteristics/></task></process>',
    ['loop task A type: standardLoopCharacteristics > multiInstanceLoopCharacteristics'],
  ],
  [
    'another kind of loop with settings',
    '<process id="P"><task id="A"><standardLoopCharacteristics loopMaximum="3"/></task></process>',
    '<process id="P"><task id="A"><multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics></task></process>',
    [
      'loop task A type: <standardLoopCharacteristics loopMaximum="3"/> > <multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>',
    ],
  ],
  [
    'how often a step is repeated',
    '<process id="P"><task id="A"><multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics></task></process>',
    '<process id="P"><task id="A"><multiInstanceLoopCharacteristics><loopCardinality>3</loopCardinality></multiInstanceLoopCharacteristics></task></process>',
    ['loop task A loopCardinality: 2 > 3'],
  ],
  [
    'an element of a vendor',
    '<process id="P"><task id="A"><extensionElements><v:a b="1"/></extensionElements></task></process>',
    '<process id="P"><task id="A"><extensionElements><v:a b="2"/></extensionElements></task></process>',
    ['extension task A v:a/@b: 1 > 2'],
  ],
  [
    'only the id in an element of a vendor',
    '<process id="P"><task id="A"><extensionElements><v:a id="bedrag"/></extensionElements></task></process>',
    '<process id="P"><task id="A"><extensionElements><v:a id="bedragEuro"/></extensionElements></task></process>',
    ['extension task A v:a/@id: bedrag > bedragEuro'],
  ],
  [
    'a name in other capitals',
    '<process id="P"><task id="A" name="2. Toetsen"/></process>',
    '<process id="P"><task id="A" name="3. TOETSEN"/></process>',
    ['renamed task A: 2. Toetsen > 3. TOETSEN'],
  ],
  [
    'an element of a vendor that is new',
    '<process id="P"><task id="A"><extensionElements><v:a b="1"/></extensionElements></task></process>',
    '<process id="P"><task id="A"><extensionElements><v:a b="1"/><v:c>x</v:c></extensionElements></task></process>',
    ['extension task A v:c:  > x'],
  ],
  [
    'an element of a vendor that is gone',
    '<process id="P"><task id="A"><extensionElements><v:a b="1"/><v:c name="q">x</v:c></extensionElements></task></process>',
    '<process id="P"><task id="A"><extensionElements><v:a b="1"/></extensionElements></task></process>',
    ['extension task A v:c[q]: <v:c name="q">x</v:c> > '],
  ],
  [
    'one of several elements of a vendor, by its name',
    '<process id="P"><task id="A"><extensionElements><v:a name="x" b="1"/><v:a name="y" b="1"/></extensionElements></task></process>',
    '<process id="P"><task id="A"><extensionElements><v:a name="y" b="2"/><v:a name="x" b="1"/></extensionElements></task></process>',
    ['extension task A v:a[y]/@b: 1 > 2'],
  ],
  [
    'two things in an element of a vendor',
    '<process id="P"><task id="A"><extensionElements><v:a b="1" c="1"/></extensionElements></task></process>',
    '<process id="P"><task id="A"><extensionElements><v:a b="2" c="2"/></extensionElements></task></process>',
    ['extension task A v:a: <v:a b="1" c="1"/> > <v:a b="2" c="2"/>'],
  ],
  [
    'the text of an element of a vendor',
    '<process id="P"><task id="A"><extensionElements><v:a key="k">1</v:a></extensionElements></task></process>',
    '<process id="P"><task id="A"><extensionElements><v:a key="k">2</v:a></extensionElements></task></process>',
    ['extension task A v:a[k]: 1 > 2'],
  ],
  [
    'what is in an element of a vendor',
    '<process id="P"><task id="A"><extensionElements><v:a><v:b id="i">1</v:b></v:a></extensionElements></task></process>',
    '<process id="P"><task id="A"><extensionElements><v:a><v:b id="i">2</v:b></v:a></extensionElements></task></process>',
    ['extension task A v:a/v:b[i]: 1 > 2'],
  ],
  [
    'an entry of a list of a vendor',
    '<process id="P"><task id="A"><extensionElements><v:a x="1"><v:b>1</v:b><v:b>2</v:b></v:a></extensionElements></task></process>',
    '<process id="P"><task id="A"><extensionElements><v:a x="1"><v:b>1</v:b><v:b>3</v:b></v:a></extensionElements></task></process>',
    ['extension task A v:a/v:b: 2 > 3'],
  ],
  [
    'the order of entries that nothing tells apart',
    '<process id="P"><task id="A"><extensionElements><v:a x="1"><v:b>1</v:b><v:b>2</v:b></v:a></extensionElements></task></process>',
    '<process id="P"><task id="A"><extensionElements><v:a x="1"><v:b>2</v:b><v:b>1</v:b></v:a></extensionElements></task></process>',
    [
      'extension task A v:a: <v:a x="1"><v:b>1</v:b><v:b>2</v:b></v:a> > <v:a x="1"><v:b>2</v:b><v:b>1</v:b></v:a>',
    ],
  ],
  [
    'elements of a vendor in another order are none',
    '<process id="P"><task id="A"><extensionElements><v:a x="1"/><v:b/></extensionElements></task></process>',
    '<process id="P"><task id="A"><extensionElements><v:b/><v:a x="1"/></extensionElements></task></process>',
    [],
  ],
  [
    'the text of an annotation',
    '<process id="P"><textAnnotation id="A"><text>x</text></textAnnotation></process>',
    '<process id="P"><textAnnotation id="A"><text>y</text></textAnnotation></process>',
    ['annotation textAnnotation A: x > y'],
  ],
  [
    'an annotation that is new',
    '<process id="P"></process>',
    '<process id="P"><textAnnotation id="A"><text>y</text></textAnnotation></process>',
    ['added textAnnotation A:  > y'],
  ],
  [
    'an annotation that is gone',
    '<process id="P"><textAnnotation id="A"><text>y</text></textAnnotation></process>',
    '<process id="P"></process>',
    ['removed textAnnotation A: y > '],
  ],
  [
    'a group with another name',
    '<category id="Ca"><categoryValue id="V" value="x"/></category><process id="P"><group id="A" categoryValueRef="V"/></process>',
    '<category id="Ca"><categoryValue id="V" value="y"/></category><process id="P"><group id="A" categoryValueRef="V"/></process>',
    ['renamed group A: x > y'],
  ],
  [
    'a category that no group shows',
    '<category id="Ca"><categoryValue id="V" value="x"/></category><process id="P"></process>',
    '<category id="Ca"><categoryValue id="V" value="y"/></category><process id="P"></process>',
    ['renamed categoryValue V: x > y'],
  ],
  [
    'a called process',
    '<process id="P"><callActivity id="A" calledElement="X"/></process>',
    '<process id="P"><callActivity id="A" calledElement="Y"/></process>',
    ['attribute callActivity A calledElement: X > Y'],
  ],
  [
    'a script',
    '<process id="P"><scriptTask id="A"><script>x</script></scriptTask></process>',
    '<process id="P"><scriptTask id="A"><script>y</script></scriptTask></process>',
    ['attribute scriptTask A script: x > y'],
  ],
  [
    'a message, told once and not of its events',
    '<message id="M" name="m"/><process id="P"><startEvent id="A"><messageEventDefinition messageRef="M"/></startEvent><receiveTask id="B" messageRef="M"/></process>',
    '<message id="M" name="n"/><process id="P"><startEvent id="A"><messageEventDefinition messageRef="M"/></startEvent><receiveTask id="B" messageRef="M"/></process>',
    ['renamed message M: m > n'],
  ],
  [
    'a message that nothing refers to',
    '<process id="P"></process>',
    '<message id="M" name="m"/><process id="P"></process>',
    ['added message M'],
  ],
  [
    'a message along with the event that is new',
    '<process id="P"></process>',
    '<message id="M" name="m"/><process id="P"><startEvent id="A"><messageEventDefinition messageRef="M"/></startEvent></process>',
    ['added startEvent A'],
  ],
  [
    'a process along with its pool',
    '<process id="P"></process>',
    '<collaboration id="Co"><participant id="p" name="Een" processRef="Q"/></collaboration><process id="P"></process><process id="Q"/>',
    ['added participant p'],
  ],
  [
    'a data object along with its reference',
    '<process id="P"></process>',
    '<process id="P"><dataObject id="O"/><dataObjectReference id="R" name="r" dataObjectRef="O"/></process>',
    ['added dataObjectReference R'],
  ],
  [
    'an attribute of the process',
    '<process id="P" isExecutable="true"/>',
    '<process id="P"/>',
    ['attribute process P isExecutable: true > '],
  ],
  [
    'what follows from whether a process is executable is none',
    '<process id="P" isExecutable="true"><sequenceFlow id="F" sourceRef="A" targetRef="A"/><task id="A"/></process>',
    '<process id="P" isExecutable="true"><sequenceFlow id="F" isImmediate="true" sourceRef="A" targetRef="A"/><task id="A"/></process>',
    [],
  ],
  [
    'whether a flow is immediate',
    '<process id="P"><sequenceFlow id="F" sourceRef="A" targetRef="A"/><task id="A"/></process>',
    '<process id="P"><sequenceFlow id="F" isImmediate="true" sourceRef="A" targetRef="A"/><task id="A"/></process>',
    ['attribute sequenceFlow F isImmediate:  > true'],
  ],
  [
    'two names of one name, by their ids',
    '<message id="M" name="m"/><message id="N" name="m"/><process id="P"><receiveTask id="A" messageRef="M"/><sendTask id="B" messageRef="N"/></process>',
    '<message id="M" name="m"/><message id="N" name="m"/><process id="P"><receiveTask id="A" messageRef="N"/><sendTask id="B" messageRef="N"/></process>',
    ['attribute receiveTask A messageRef: m (M) > m (N) (M > N)'],
  ],
  [
    'two event definitions that became another',
    '<process id="P"><startEvent id="A"><messageEventDefinition/><signalEventDefinition/></startEvent></process>',
    '<process id="P"><startEvent id="A"><timerEventDefinition/></startEvent></process>',
    [
      'eventDefinition startEvent A type: message > timer',
      'eventDefinition startEvent A signalEventDefinition: signal > ',
    ],
  ],
  [
    'an event definition that became two others',
    '<process id="P"><startEvent id="A"><timerEventDefinition/></startEvent></process>',
    '<process id="P"><startEvent id="A"><messageEventDefinition/><signalEventDefinition/></startEvent></process>',
    [
      'eventDefinition startEvent A type: timer > message',
      'eventDefinition startEvent A signalEventDefinition:  > signal',
    ],
  ],
  [
    'data in a sub-process',
    '<process id="P"><dataObjectReference id="A" name="Aa"/><subProcess id="S" name="s"/></process>',
    '<process id="P"><subProcess id="S" name="s"><dataObjectReference id="A" name="Aa"/></subProcess></process>',
    ['movedSubProcess dataObjectReference A:  > s ( > S)'],
  ],
  [
    'an annotation in a sub-process is none',
    '<process id="P"><textAnnotation id="A"><text>x</text></textAnnotation><subProcess id="S" name="s"/></process>',
    '<process id="P"><subProcess id="S" name="s"><textAnnotation id="A"><text>x</text></textAnnotation></subProcess></process>',
    [],
  ],
  [
    'one of two sources of data',
    '<process id="P"><task id="A"><dataInputAssociation id="I"><sourceRef>R</sourceRef><sourceRef>Q</sourceRef></dataInputAssociation></task><dataObjectReference id="R" name="r"/><dataObjectReference id="Q" name="q"/><dataObjectReference id="S" name="s"/></process>',
    '<process id="P"><task id="A"><dataInputAssociation id="I"><sourceRef>R</sourceRef><sourceRef>S</sourceRef></dataInputAssociation></task><dataObjectReference id="R" name="r"/><dataObjectReference id="Q" name="q"/><dataObjectReference id="S" name="s"/></process>',
    ['rerouted dataInputAssociation I source: r, q > r, s (R > R)'],
  ],
  [
    'a second source of data',
    '<process id="P"><task id="A"><dataInputAssociation id="I"><sourceRef>R</sourceRef></dataInputAssociation></task><dataObjectReference id="R" name="r"/><dataObjectReference id="Q" name="q"/><dataObjectReference id="S" name="s"/></process>',
    '<process id="P"><task id="A"><dataInputAssociation id="I"><sourceRef>R</sourceRef><sourceRef>Q</sourceRef></dataInputAssociation></task><dataObjectReference id="R" name="r"/><dataObjectReference id="Q" name="q"/><dataObjectReference id="S" name="s"/></process>',
    ['rerouted dataInputAssociation I source: r > r, q (R > R)'],
  ],
  [
    'a source of data that is gone',
    '<process id="P"><task id="A"><dataInputAssociation id="I"><sourceRef>R</sourceRef><sourceRef>Q</sourceRef></dataInputAssociation></task><dataObjectReference id="R" name="r"/><dataObjectReference id="Q" name="q"/><dataObjectReference id="S" name="s"/></process>',
    '<process id="P"><task id="A"><dataInputAssociation id="I"><sourceRef>R</sourceRef></dataInputAssociation></task><dataObjectReference id="R" name="r"/><dataObjectReference id="Q" name="q"/><dataObjectReference id="S" name="s"/></process>',
    ['rerouted dataInputAssociation I source: r, q > r (R > R)'],
  ],
  [
    'sources of data in another order are none',
    '<process id="P"><task id="A"><dataInputAssociation id="I"><sourceRef>R</sourceRef><sourceRef>Q</sourceRef></dataInputAssociation></task><dataObjectReference id="R" name="r"/><dataObjectReference id="Q" name="q"/><dataObjectReference id="S" name="s"/></process>',
    '<process id="P"><task id="A"><dataInputAssociation id="I"><sourceRef>Q</sourceRef><sourceRef>R</sourceRef></dataInputAssociation></task><dataObjectReference id="R" name="r"/><dataObjectReference id="Q" name="q"/><dataObjectReference id="S" name="s"/></process>',
    [],
  ],
  [
    'a group along with what it shows',
    '<process id="P"></process>',
    '<category id="Ca"><categoryValue id="V" value="x"/></category><process id="P"><group id="A" categoryValueRef="V"/></process>',
    ['added group A'],
  ],
  [
    'a group that is gone along with what it showed',
    '<category id="Ca"><categoryValue id="V" value="x"/></category><process id="P"><group id="A" categoryValueRef="V"/></process>',
    '<process id="P"></process>',
    ['removed group A'],
  ],
  [
    'blanks around a condition are none',
    '<process id="P"><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="B"><conditionExpression>x</conditionExpression></sequenceFlow></process>',
    '<process id="P"><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="B"><conditionExpression> x </conditionExpression></sequenceFlow></process>',
    [],
  ],
  [
    'one of two alike, and one that is new',
    '<process id="P"><task id="A"><extensionElements><v:a/><v:a/><v:b/></extensionElements></task></process>',
    '<process id="P"><task id="A"><extensionElements><v:a/><v:c/><v:b/></extensionElements></task></process>',
    ['extension task A v:a: <v:a/> > ', 'extension task A v:c:  > <v:c/>'],
  ],
  [
    'one of three alike',
    '<process id="P"><task id="A"><extensionElements><v:a/><v:a/><v:a/></extensionElements></task></process>',
    '<process id="P"><task id="A"><extensionElements><v:a/><v:a/></extensionElements></task></process>',
    ['extension task A v:a: <v:a/> > '],
  ],
  [
    'blanks around a reference are none',
    '<message id="M" name="m"/><process id="P"><receiveTask id="A" messageRef="M"/></process>',
    '<message id="M" name="m"/><process id="P"><receiveTask id="A" messageRef=" M "/></process>',
    [],
  ],
  [
    'a reference to nothing',
    '<message id="M" name="m"/><process id="P"><receiveTask id="A" messageRef="M"/></process>',
    '<message id="M" name="m"/><process id="P"><receiveTask id="A" messageRef="Z"/></process>',
    ['attribute receiveTask A messageRef: m > Z (M > )'],
  ],
  [
    'a reference from nothing to nothing else',
    '<process id="P"><receiveTask id="A" messageRef="Y"/></process>',
    '<process id="P"><receiveTask id="A" messageRef="Z"/></process>',
    ['attribute receiveTask A messageRef: Y > Z'],
  ],
  [
    "a vendor element under BPMN's own",
    '<process id="P"><task id="A"><ioSpecification><v:a b="1"/></ioSpecification></task></process>',
    '<process id="P"><task id="A"><ioSpecification><v:a b="2"/></ioSpecification></task></process>',
    [
      'attribute task A ioSpecification: <ioSpecification><v:a b="1"/></ioSpecification> > <ioSpecification><v:a b="2"/></ioSpecification>',
    ],
  ],
  [
    'a holder of a vendor, entry by entry',
    '<process id="P"><task id="A"><extensionElements><v:l><v:i name="a" s="1"/><v:i name="b" s="1"/></v:l></extensionElements></task></process>',
    '<process id="P"><task id="A"><extensionElements><v:l><v:i name="a" s="2"/><v:i name="b" s="2"/><v:i name="c"/></v:l></extensionElements></task></process>',
    [
      'extension task A v:l/v:i[a]/@s: 1 > 2',
      'extension task A v:l/v:i[b]/@s: 1 > 2',
      'extension task A v:l/v:i[c]:  > <v:i name="c"/>',
    ],
  ],
  [
    'the placeholder of an editor is none',
    '<process id="P"><task id="A"/></process>',
    '<process id="P"><task id="A"><property id="p1" name="__targetRef_placeholder"/></task></process>',
    [],
  ],
  [
    'a property',
    '<process id="P"><task id="A"/></process>',
    '<process id="P"><task id="A"><property id="p1" name="x"/></task></process>',
    ['attribute task A property:  > <property name="x"/>'],
  ],
  [
    'a reference to a placeholder is none',
    '<process id="P"><task id="A"><property id="p1" name="__targetRef_placeholder"/><dataInputAssociation id="I"><sourceRef>R</sourceRef></dataInputAssociation></task><dataObjectReference id="R" name="r"/></process>',
    '<process id="P"><task id="A"><property id="p1" name="__targetRef_placeholder"/><dataInputAssociation id="I"><sourceRef>R</sourceRef><targetRef>p1</targetRef></dataInputAssociation></task><dataObjectReference id="R" name="r"/></process>',
    [],
  ],
  [
    'where data goes in a step',
    '<process id="P"><task id="A"><ioSpecification><dataInput id="d1" name="een"/><dataInput id="d2" name="twee"/></ioSpecification><dataInputAssociation id="I"><sourceRef>R</sourceRef><targetRef>d1</targetRef></dataInputAssociation></task><dataObjectReference id="R" name="r"/></process>',
    '<process id="P"><task id="A"><ioSpecification><dataInput id="d1" name="een"/><dataInput id="d2" name="twee"/></ioSpecification><dataInputAssociation id="I"><sourceRef>R</sourceRef><targetRef>d2</targetRef></dataInputAssociation></task><dataObjectReference id="R" name="r"/></process>',
    ['attribute dataInputAssociation I targetRef: d1 > d2'],
  ],
  [
    'the host of a boundary event',
    '<process id="P"><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><boundaryEvent id="E" attachedToRef="A"/></process>',
    '<process id="P"><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><boundaryEvent id="E" attachedToRef="B"/></process>',
    ['attribute boundaryEvent E attachedToRef: Aa > Bb (A > B)'],
  ],
  [
    'a boundary event that no longer interrupts',
    '<process id="P"><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><boundaryEvent id="E" attachedToRef="A"/></process>',
    '<process id="P"><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><boundaryEvent id="E" attachedToRef="A" cancelActivity="0"/></process>',
    ['attribute boundaryEvent E cancelActivity:  > 0'],
  ],
  [
    'a step removed with its flows',
    '<process id="P"><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="B"></sequenceFlow></process>',
    '<process id="P"><task id="A" name="Aa"/><task id="C" name="Cc"/></process>',
    ['removed task B', 'removed sequenceFlow F'],
  ],
  [
    'a lane that is gone',
    '<process id="P"><laneSet id="LS"><lane id="L" name="l"><flowNodeRef>A</flowNodeRef></lane><lane id="M" name="m"></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/></process>',
    '<process id="P"><laneSet id="LS"><lane id="L" name="l"><flowNodeRef>A</flowNodeRef></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/></process>',
    ['removed lane M'],
  ],
  [
    'a kind of sub-process',
    '<process id="P"><subProcess id="S" name="s"/></process>',
    '<process id="P"><transaction id="S" name="s"/></process>',
    ['typeChanged transaction S: subProcess > transaction'],
  ],
  [
    'an operation',
    '<interface id="In" name="i"><operation id="O" name="o"/></interface><process id="P"><serviceTask id="A" operationRef="O"/></process>',
    '<interface id="In" name="i"><operation id="O" name="p"/></interface><process id="P"><serviceTask id="A" operationRef="O"/></process>',
    ['renamed operation O: o > p'],
  ],
  [
    'a value of a vendor that names a step, where that has another id, is none',
    '<process id="P"><task id="A" name="Aa" v:f="B"/><task id="B" name="Bb"/></process>',
    '<process id="P"><task id="A" name="Aa" v:f="X"/><task id="X" name="Bb"/></process>',
    ['id B > X'],
  ],
  [
    'an element of a vendor that names a step, where that has another id, is none',
    '<process id="P"><task id="A" name="Aa"><extensionElements><v:f>B</v:f></extensionElements></task><task id="B" name="Bb"/></process>',
    '<process id="P"><task id="A" name="Aa"><extensionElements><v:f>X</v:f></extensionElements></task><task id="X" name="Bb"/></process>',
    ['id B > X'],
  ],
];

function told({ kind, elementType, elementId, property, ...values }: DiagramChange): string {
  const { before, after, beforeId, afterId } = values;
  const about = [kind, elementType, elementId, ...(property ? [property] : [])].join(' ');
  const words = before === undefined && after === undefined ? '' : `: ${before ?? ''} > ${after ?? ''}`;
  return `${about}${words}${beforeId || afterId ? ` (${beforeId ?? ''} > ${afterId ?? ''})` : ''}`;
}

describe('Told word by word', () => {
  it.each(CHANGES)('is %s', (_differs, before, after, right) => {
    const { changes, renamedIds } = compareDiagrams(file(before), file(after));
    expect([...changes.map(told), ...renamedIds.map((ids) => `id ${ids.before} > ${ids.after}`)]).toEqual(
      right,
    );
  });

  it('is a long text from shortly before where it parts from the other', () => {
    const value = (text: string) => file(`<process id="P"><task id="A" startQuantity="${text}"/></process>`);
    const long = 'x'.repeat(5_000);
    const [change] = compareDiagrams(value(`${long}abc`), value(`${long}abd`)).changes;
    expect([change!.before, change!.after]).toEqual([`…${'x'.repeat(18)}abc`, `…${'x'.repeat(18)}abd`]);
    const [short] = compareDiagrams(value('a'), value(`${long}`)).changes;
    expect([short!.before, short!.after]).toEqual(['a', `${'x'.repeat(4_000)}…`]);
    const [whole] = compareDiagrams(value('a'), value('x'.repeat(4_000))).changes;
    expect(whole!.after).toBe('x'.repeat(4_000));
  });
});

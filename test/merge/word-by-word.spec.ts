import { describe, expect, it } from '@jest/globals';
import { mergeDiagrams } from '#bpmn';
import type { Conflict, OneSide } from '#bpmn';

const HEAD =
  '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:v="urn:v"><process id="P">';
const FOOT = '</process></definitions>';
const file = (content: string) => HEAD + content + FOOT;

/** What it holds, the three contents of a process, and the merged one. */
const TOGETHER: [holds: string, base: string, mine: string, theirs: string, merged: string][] = [
  [
    'an attribute of each',
    '<task id="A" name="a"/>',
    '<task id="A" name="b"/>',
    '<task id="A" name="a" v:x="1"/>',
    '<task id="A" name="b" v:x="1"/>',
  ],
  [
    'an attribute that one took away',
    '<task id="A" name="a" v:x="1" v:y="2"/>',
    '<task id="A" name="a" v:y="2"/>',
    '<task id="A" name="c" v:x="1" v:y="2"/>',
    '<task id="A" name="c" v:y="2"/>',
  ],
  [
    'what each put into an empty step, the blanks of one of them before its end',
    '<task id="A"/>',
    '<task id="A">\n <documentation>x</documentation>\n</task>',
    '<task id="A"><extensionElements><v:x/></extensionElements></task>',
    '<task id="A">\n <documentation>x</documentation><extensionElements><v:x/></extensionElements></task>',
  ],
  [
    'a step that both put in with other blanks, as one of them wrote it',
    '<task id="A"/>',
    '<task id="A"/>\n<task id="N" name="n"/>',
    '<task id="A" name="a"/> <task id="N" name="n"/>',
    '<task id="A" name="a"/>\n<task id="N" name="n"/>',
  ],
  [
    'what a vendor says twice, where the other said more',
    '<task id="A"><extensionElements><v:x/><v:x/></extensionElements></task>',
    '<task id="A" name="a"><extensionElements><v:x/><v:x/><v:y/></extensionElements></task>',
    '<task id="A"><extensionElements><v:x/><v:x/><v:z/></extensionElements></task>',
    '<task id="A" name="a"><extensionElements><v:x/><v:x/><v:y/><v:z/></extensionElements></task>',
  ],
  [
    'what each said in the words of a vendor, as two',
    '<task id="A"><extensionElements><v:z/></extensionElements></task>',
    '<task id="A"><extensionElements><v:z/><v:x>een<v:y/></v:x></extensionElements></task>',
    '<task id="A"><extensionElements><v:z/><v:x>twee<v:y v:b="2"/></v:x></extensionElements></task>',
    '<task id="A"><extensionElements><v:z/><v:x>een<v:y/></v:x><v:x>twee<v:y v:b="2"/></v:x></extensionElements></task>',
  ],
  [
    'a type of the default namespace as it was written',
    '<task id="A"/><sequenceFlow id="F" sourceRef="A" targetRef="A"/>',
    '<task id="A"/><sequenceFlow id="F" sourceRef="A" targetRef="A"><conditionExpression xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="tFormalExpression">x</conditionExpression></sequenceFlow>',
    '<task id="A" name="a"/><sequenceFlow id="F" sourceRef="A" targetRef="A"/>',
    '<task id="A" name="a"/><sequenceFlow id="F" sourceRef="A" targetRef="A"><conditionExpression xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="tFormalExpression">x</conditionExpression></sequenceFlow>',
  ],
  [
    'new attributes, by their names',
    '<task id="A"/>',
    '<task id="A" v:z="1" v:b="2"/>',
    '<task id="A" v:c="3"\n  v:a="4"/>',
    '<task id="A"\n  v:a="4" v:b="2" v:c="3" v:z="1"/>',
  ],
  [
    'the kind of the one, the content of the other',
    '<task id="A" name="a"/>',
    '<userTask id="A" name="a"/>',
    '<task id="A" name="b"><documentation>x</documentation></task>',
    '<userTask id="A" name="b"><documentation>x</documentation></userTask>',
  ],
  [
    'a kind that both chose',
    '<task id="A" name="a"/>',
    '<userTask id="A" name="a"/>',
    '<userTask id="A" name="b"/>',
    '<userTask id="A" name="b"/>',
  ],
  [
    'documentation that one changed',
    '<task id="A"><documentation>x</documentation></task>',
    '<task id="A"><documentation>y</documentation></task>',
    '<task id="A" name="n"><documentation>x</documentation></task>',
    '<task id="A" name="n"><documentation>y</documentation></task>',
  ],
  [
    'documentation that one took away',
    '<task id="A"><documentation>x</documentation></task>',
    '<task id="A"/>',
    '<task id="A" name="n"><documentation>x</documentation></task>',
    '<task id="A" name="n"></task>',
  ],
  [
    'no documentation that both took away',
    '<task id="A"><documentation>x</documentation></task>',
    '<task id="A"/>',
    '<task id="A" name="n"/>',
    '<task id="A" name="n"></task>',
  ],
  [
    'no blank line where documentation was that one took away',
    '<task id="A">\n <documentation>x</documentation>\n</task>',
    '<task id="A"/>',
    '<task id="A" name="n">\n <documentation>x</documentation>\n</task>',
    '<task id="A" name="n"></task>',
  ],
  [
    'no condition that both took away',
    '<task id="A"/><sequenceFlow id="F" sourceRef="A" targetRef="A"><conditionExpression>x</conditionExpression></sequenceFlow>',
    '<task id="A"/><sequenceFlow id="F" sourceRef="A" targetRef="A"></sequenceFlow>',
    '<task id="A"/><sequenceFlow id="F" name="n" sourceRef="A" targetRef="A"></sequenceFlow>',
    '<task id="A"/><sequenceFlow id="F" sourceRef="A" targetRef="A" name="n"></sequenceFlow>',
  ],
  [
    'no event definition that both took away',
    '<startEvent id="A"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></startEvent>',
    '<startEvent id="A"/>',
    '<startEvent id="A" name="n"/>',
    '<startEvent id="A" name="n"></startEvent>',
  ],
  [
    'two documentations of which each changed one',
    '<task id="A"><documentation>x</documentation><documentation>y</documentation></task>',
    '<task id="A"><documentation>x1</documentation><documentation>y</documentation></task>',
    '<task id="A"><documentation>x</documentation><documentation>y1</documentation></task>',
    '<task id="A"><documentation>x1</documentation><documentation>y1</documentation></task>',
  ],
  [
    'documentation that both wrote alike',
    '<task id="A"/>',
    '<task id="A"><documentation>x</documentation></task>',
    '<task id="A" name="n"><documentation>x</documentation></task>',
    '<task id="A" name="n"><documentation>x</documentation></task>',
  ],
  [
    'another duration',
    '<startEvent id="A"><timerEventDefinition id="t"><timeDuration>P1D</timeDuration></timerEventDefinition></startEvent>',
    '<startEvent id="A"><timerEventDefinition id="u"><timeDuration>P2D</timeDuration></timerEventDefinition></startEvent>',
    '<startEvent id="A" name="n"><timerEventDefinition id="t"><timeDuration>P1D</timeDuration></timerEventDefinition></startEvent>',
    '<startEvent id="A" name="n"><timerEventDefinition id="u"><timeDuration>P2D</timeDuration></timerEventDefinition></startEvent>',
  ],
  [
    'another kind of event',
    '<startEvent id="A"><timerEventDefinition/></startEvent>',
    '<startEvent id="A"><messageEventDefinition/></startEvent>',
    '<startEvent id="A" name="n"><timerEventDefinition/></startEvent>',
    '<startEvent id="A" name="n"><messageEventDefinition/></startEvent>',
  ],
  [
    'another kind of loop',
    '<task id="A"><multiInstanceLoopCharacteristics isSequential="true"/></task>',
    '<task id="A"><standardLoopCharacteristics/></task>',
    '<task id="A" name="n"><multiInstanceLoopCharacteristics isSequential="true"/></task>',
    '<task id="A" name="n"><standardLoopCharacteristics/></task>',
  ],
  [
    'settings of one loop',
    '<task id="A"><multiInstanceLoopCharacteristics isSequential="true"/></task>',
    '<task id="A"><multiInstanceLoopCharacteristics isSequential="false"/></task>',
    '<task id="A"><multiInstanceLoopCharacteristics isSequential="true" v:x="1"/></task>',
    '<task id="A"><multiInstanceLoopCharacteristics isSequential="false" v:x="1"/></task>',
  ],
  [
    'entries of a vendor by their names',
    '<task id="A"><extensionElements><v:p name="a" value="1"/><v:p name="b" value="1"/></extensionElements></task>',
    '<task id="A"><extensionElements><v:p name="a" value="2"/><v:p name="b" value="1"/></extensionElements></task>',
    '<task id="A"><extensionElements><v:p name="a" value="1"/><v:p name="b" value="3"/><v:p name="c" value="4"/></extensionElements></task>',
    '<task id="A"><extensionElements><v:p name="a" value="2"/><v:p name="b" value="3"/><v:p name="c" value="4"/></extensionElements></task>',
  ],
  [
    'the order in which one put the entries of a vendor',
    '<task id="A"><extensionElements><v:a/><v:b/><v:c/></extensionElements></task>',
    '<task id="A"><extensionElements><v:c/><v:a/><v:b/></extensionElements></task>',
    '<task id="A"><extensionElements><v:a/><v:b/><v:c/><v:d/></extensionElements></task>',
    '<task id="A"><extensionElements><v:c/><v:d/><v:a/><v:b/></extensionElements></task>',
  ],
  [
    'text and attribute of a vendor',
    '<task id="A"><extensionElements><v:a>x</v:a></extensionElements></task>',
    '<task id="A"><extensionElements><v:a>y</v:a></extensionElements></task>',
    '<task id="A"><extensionElements><v:a w="1">x</v:a></extensionElements></task>',
    '<task id="A"><extensionElements><v:a w="1">y</v:a></extensionElements></task>',
  ],
  [
    'what both put into a list of a vendor',
    '<task id="A"><extensionElements><v:l><v:i name="a" s="1"/></v:l></extensionElements></task>',
    '<task id="A"><extensionElements><v:l><v:i name="a" s="1"/><v:i name="m" s="1"/></v:l></extensionElements></task>',
    '<task id="A"><extensionElements><v:l><v:i name="a" s="2"/><v:i name="t" s="1"/></v:l></extensionElements></task>',
    '<task id="A"><extensionElements><v:l><v:i name="a" s="2"/><v:i name="m" s="1"/><v:i name="t" s="1"/></v:l></extensionElements></task>',
  ],
  [
    'a comment that stayed in both',
    '<!-- a --><task id="A"/><!-- b -->',
    '<!-- a --><task id="A" name="x"/>',
    '<!-- a --><task id="A"/><!-- b -->',
    '<!-- a --><task id="A" name="x"/>',
  ],
  [
    'a comment that a tool dropped with all others',
    '<!-- a --><task id="A"/>',
    '<task id="A" name="x"/>',
    '<!-- a --><task id="A" v:x="1"/>',
    '<!-- a --><task id="A" name="x" v:x="1"/>',
  ],
  [
    'no processing instruction that one took away',
    '<?a b?><task id="A"/>',
    '<task id="A" name="x"/>',
    '<?a b?><task id="A" v:x="1"/>',
    '<task id="A" name="x" v:x="1"/>',
  ],
  [
    'one comment less where one of two alike is gone',
    '<!-- a --><task id="A"/><!-- a -->',
    '<!-- a --><task id="A" name="x"/>',
    '<!-- a --><task id="A"/><!-- a --><task id="B"/>',
    '<!-- a --><task id="A" name="x"/><task id="B"/>',
  ],
  [
    'steps that both added in one place',
    '<task id="A"/>',
    '<task id="A"/><task id="M"/>',
    '<task id="A"/><task id="T"/>',
    '<task id="A"/><task id="M"/><task id="T"/>',
  ],
  [
    'steps that they added in two places',
    '<task id="A"/>',
    '<task id="M"/><task id="A"/>',
    '<task id="A"/><task id="T"/>',
    '<task id="M"/><task id="A"/><task id="T"/>',
  ],
  [
    'a file without a step that one removed',
    '<task id="A"/>\n <task id="B"/>\n <task id="C"/>',
    '<task id="A"/>\n <task id="C"/>',
    '<task id="A" name="n"/>\n <task id="B"/>\n <task id="C"/>',
    '<task id="A" name="n"/>\n <task id="C"/>',
  ],
  [
    'blanks in a name',
    '<task id="A" name="a b"/>',
    '<task id="A" name="a  b"/>',
    '<task id="A" name="a b" v:x="1"/>',
    '<task id="A" name="a  b" v:x="1"/>',
  ],
  [
    'no default that one wrote out',
    '<task id="A"/>',
    '<task id="A" isForCompensation="false"/>',
    '<task id="A" name="n"/>',
    '<task id="A" name="n"/>',
  ],
  [
    'what one made of a default that the other left out',
    '<task id="A" isForCompensation="false"/>',
    '<task id="A"/>',
    '<task id="A" isForCompensation="true"/>',
    '<task id="A" isForCompensation="true"/>',
  ],
  [
    'CDATA as it was written',
    '<scriptTask id="A"><script><![CDATA[a<b]]></script></scriptTask>',
    '<scriptTask id="A" name="n"><script><![CDATA[a<b]]></script></scriptTask>',
    '<scriptTask id="A"><script><![CDATA[a<c]]></script></scriptTask>',
    '<scriptTask id="A" name="n"><script><![CDATA[a<c]]></script></scriptTask>',
  ],
  [
    'new content in the order of the schema',
    '<task id="A"><incoming>X</incoming></task>',
    '<task id="A"><documentation>d</documentation><incoming>X</incoming></task>',
    '<task id="A"><extensionElements><v:a/></extensionElements><incoming>X</incoming></task>',
    '<task id="A"><documentation>d</documentation><extensionElements><v:a/></extensionElements><incoming>X</incoming></task>',
  ],
  [
    'no entry for a flow that is not there, where one dropped it',
    '<task id="A"><incoming>X</incoming></task>',
    '<task id="A"/>',
    '<task id="A" name="n"><incoming>X</incoming></task>',
    '<task id="A" name="n"></task>',
  ],
  [
    'a step that both made alike',
    '<task id="A"/>',
    '<task id="A"/><task id="N" name="m"/>',
    '<task id="A" name="t"/><task id="N" name="m"/>',
    '<task id="A" name="t"/><task id="N" name="m"/>',
  ],
  [
    'a step that one put into a sub-process and the other renamed',
    '<task id="A"/><subProcess id="S"/>',
    '<subProcess id="S"><task id="A"/></subProcess>',
    '<task id="A" name="n"/><subProcess id="S"/>',
    '<subProcess id="S"><task id="A" name="n"/></subProcess>',
  ],
  [
    'a step that one put into a new sub-process',
    '<task id="A"/>',
    '<subProcess id="S"><task id="A"/></subProcess>',
    '<task id="A" name="n"/>',
    '<subProcess id="S"><task id="A" name="n"/></subProcess>',
  ],
  [
    'what each added, in the order of what they added',
    '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><task id="Z"/><task id="X"/>',
    '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><task id="Y"/>',
    '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><task id="Y"/><task id="Z"/><task id="X"/>',
  ],
  [
    'no event definition that one removed and whose ids a tool made anew',
    '<startEvent id="A"><timerEventDefinition id="t"><timeDuration>P1D</timeDuration></timerEventDefinition></startEvent>',
    '<startEvent id="A"><timerEventDefinition id="u"><timeDuration>P1D</timeDuration></timerEventDefinition></startEvent>',
    '<startEvent id="A"/>',
    '<startEvent id="A"/>',
  ],
  [
    'no event definition that one removed while the other turned two round',
    '<startEvent id="A"><messageEventDefinition/><signalEventDefinition/></startEvent>',
    '<startEvent id="A"><messageEventDefinition/></startEvent>',
    '<startEvent id="A" name="n"><signalEventDefinition/><messageEventDefinition/></startEvent>',
    '<startEvent id="A" name="n"><messageEventDefinition/></startEvent>',
  ],
  [
    'entries of a vendor without names, by their values',
    '<task id="A"><extensionElements><v:a>1</v:a><v:a>2</v:a></extensionElements></task>',
    '<task id="A"><extensionElements><v:a>1</v:a><v:a>2</v:a><v:a>3</v:a></extensionElements></task>',
    '<task id="A"><extensionElements><v:a>0</v:a><v:a>2</v:a></extensionElements></task>',
    '<task id="A"><extensionElements><v:a>0</v:a><v:a>2</v:a><v:a>3</v:a></extensionElements></task>',
  ],
  [
    'no data association whose data one removed',
    '<task id="A"><dataInputAssociation id="I"><sourceRef>R</sourceRef></dataInputAssociation></task><dataObjectReference id="R"/><dataObjectReference id="Q"/>',
    '<task id="A"/><dataObjectReference id="Q"/>',
    '<task id="A" name="n"><dataInputAssociation id="I"><sourceRef>R</sourceRef></dataInputAssociation></task><dataObjectReference id="R"/><dataObjectReference id="Q"/>',
    '<task id="A" name="n"></task><dataObjectReference id="Q"/>',
  ],
  [
    'a namespace where the one who uses it declared it',
    '<task id="A"/>',
    '<task id="A"><extensionElements><w:a xmlns:w="urn:w" w:b="1"/></extensionElements></task>',
    '<task id="A" name="n"/>',
    '<task id="A" name="n"><extensionElements><w:a xmlns:w="urn:w" w:b="1"/></extensionElements></task>',
  ],
  [
    'no reference to what one removed',
    '<task id="A" name="a"/><message id="M"/><receiveTask id="R" messageRef="M"/>',
    '<task id="A" name="a"/><receiveTask id="R"/>',
    '<task id="A" name="b"/><message id="M"/><receiveTask id="R" messageRef="M"/>',
    '<task id="A" name="b"/><receiveTask id="R"/>',
  ],
  [
    'no performer that one removed with its resource',
    '<resource id="M"/><task id="R"><performer id="p"><resourceRef>M</resourceRef></performer></task>',
    '<task id="R"/>',
    '<resource id="M"/><task id="R" name="n"><performer id="p"><resourceRef>M</resourceRef></performer></task>',
    '<task id="R" name="n"></task>',
  ],
  [
    'a boundary event on the step to which one put it',
    '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><boundaryEvent id="E" attachedToRef="A"/>',
    '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><boundaryEvent id="E" attachedToRef="B"/>',
    '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><boundaryEvent id="E" name="e" attachedToRef="A"/>',
    '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><boundaryEvent id="E" attachedToRef="B" name="e"/>',
  ],
  [
    'documentation before a reference to a category',
    '<task id="A"/>',
    '<task id="A"><categoryValueRef>X</categoryValueRef></task>',
    '<task id="A"><documentation>d</documentation></task>',
    '<task id="A"><documentation>d</documentation><categoryValueRef>X</categoryValueRef></task>',
  ],
  [
    'auditing and monitoring behind extension elements',
    '<task id="A"><monitoring/></task>',
    '<task id="A"><auditing/><monitoring/></task>',
    '<task id="A"><extensionElements/><monitoring/></task>',
    '<task id="A"><extensionElements/><auditing/><monitoring/></task>',
  ],
  [
    'a tag that closes itself as it was written',
    '<task id="A" />',
    '<task id="A" name="x" />',
    '<task id="A"  ></task>',
    '<task id="A" name="x" />',
  ],
  [
    'the quotes of the file',
    "<task id='A' name='a'/>",
    "<task id='A' name='b'/>",
    '<task id="A" name="a" v:x="&amp;"/>',
    "<task id='A' name='b' v:x=\"&amp;\"/>",
  ],
  [
    'an end tag as it was written',
    '<task id="A"><documentation>x</documentation></task >',
    '<task id="A"><documentation>y</documentation></task >',
    '<task id="A" name="n"><documentation>x</documentation></task >',
    '<task id="A" name="n"><documentation>y</documentation></task >',
  ],
  [
    'blanks around what one added',
    '<task id="A">\n  <documentation>x</documentation>\n</task>',
    '<task id="A">\n  <documentation>x</documentation>\n  <extensionElements/>\n</task>',
    '<task id="A" name="n">\n  <documentation>x</documentation>\n</task>',
    '<task id="A" name="n">\n  <documentation>x</documentation>\n  <extensionElements/>\n</task>',
  ],
  [
    'blanks within what was empty',
    '<task id="A"/>',
    '<task id="A">\n  <documentation>x</documentation>\n</task>',
    '<task id="A" name="n"/>',
    '<task id="A" name="n">\n  <documentation>x</documentation>\n</task>',
  ],
  [
    'a lane of a step that no file has, as one put it',
    '<laneSet id="LS"><lane id="L" name="nL"><flowNodeRef>X</flowNodeRef></lane><lane id="M" name="nM"></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    '<laneSet id="LS"><lane id="L" name="nL"></lane><lane id="M" name="nM"><flowNodeRef>X</flowNodeRef></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    '<laneSet id="LS"><lane id="L" name="nL"><flowNodeRef>X</flowNodeRef></lane><lane id="M" name="nM"></lane></laneSet><task id="A" name="Ax"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    '<laneSet id="LS"><lane id="L" name="nL"></lane><lane id="M" name="nM"><flowNodeRef>X</flowNodeRef></lane></laneSet><task id="A" name="Ax"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
  ],
  [
    'a lane of a step that no file has, as the first by name put it',
    '<laneSet id="LS"><lane id="L" name="nL"><flowNodeRef>X</flowNodeRef></lane><lane id="M" name="nM"></lane><lane id="N" name="nN"></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    '<laneSet id="LS"><lane id="L" name="nL"></lane><lane id="M" name="nM"><flowNodeRef>X</flowNodeRef></lane><lane id="N" name="nN"></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    '<laneSet id="LS"><lane id="L" name="nL"></lane><lane id="M" name="nM"></lane><lane id="N" name="nN"><flowNodeRef>X</flowNodeRef></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    '<laneSet id="LS"><lane id="L" name="nL"></lane><lane id="M" name="nM"><flowNodeRef>X</flowNodeRef></lane><lane id="N" name="nN"></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
  ],
  [
    'a step in the lane that is left',
    '<laneSet id="LS"><lane id="L" name="nL"><flowNodeRef>A</flowNodeRef></lane><lane id="M" name="nM"></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    '<laneSet id="LS"><lane id="M" name="nM"><flowNodeRef>A</flowNodeRef></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    '<laneSet id="LS"><lane id="L" name="nL"><flowNodeRef>A</flowNodeRef></lane><lane id="M" name="nM"></lane></laneSet><task id="A" name="Ax"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    '<laneSet id="LS"><lane id="M" name="nM"><flowNodeRef>A</flowNodeRef></lane></laneSet><task id="A" name="Ax"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
  ],
  [
    'a step in another lane under another name',
    '<laneSet id="LS"><lane id="L" name="nL"><flowNodeRef>A</flowNodeRef></lane><lane id="M" name="nM"></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    '<laneSet id="LS"><lane id="L" name="nL"></lane><lane id="M" name="nM"><flowNodeRef>A</flowNodeRef></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    '<laneSet id="LS"><lane id="L" name="nL"><flowNodeRef>A</flowNodeRef></lane><lane id="M" name="nM"></lane></laneSet><task id="A" name="Ax"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    '<laneSet id="LS"><lane id="L" name="nL"></lane><lane id="M" name="nM"><flowNodeRef>A</flowNodeRef></lane></laneSet><task id="A" name="Ax"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
  ],
  [
    'a flow that one led elsewhere and the other named',
    '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/>',
    '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="C"/>',
    '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="B" name="ja"/>',
    '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="C" name="ja"/>',
  ],
  [
    'no step that both removed',
    '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    '<task id="A" name="Aa"/><task id="C" name="Cc"/>',
    '<task id="A" name="Ax"/><task id="C" name="Cc"/>',
    '<task id="A" name="Ax"/><task id="C" name="Cc"/>',
  ],
  [
    'no step that one removed while the other wrote a default out',
    '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    '<task id="A" name="Aa"/><task id="C" name="Cc"/>',
    '<task id="A" name="Aa"/><task id="B" isForCompensation="false" name="Bb"/><task id="C" name="Cc"/>',
    '<task id="A" name="Aa"/><task id="C" name="Cc"/>',
  ],
  [
    'entries that both gave to a vendor, by their names',
    '<task id="A"><extensionElements><v:a name="x"/></extensionElements></task>',
    '<task id="A"><extensionElements><v:a name="x"/><v:a name="m"/></extensionElements></task>',
    '<task id="A"><extensionElements><v:a name="x"/><v:a name="t"/></extensionElements></task>',
    '<task id="A"><extensionElements><v:a name="x"/><v:a name="m"/><v:a name="t"/></extensionElements></task>',
  ],
  [
    'what both put into a new list of a vendor',
    '<task id="A"><extensionElements></extensionElements></task>',
    '<task id="A"><extensionElements><v:l><v:i>1</v:i></v:l></extensionElements></task>',
    '<task id="A"><extensionElements><v:l><v:i>2</v:i></v:l></extensionElements></task>',
    '<task id="A"><extensionElements><v:l><v:i>2</v:i><v:i>1</v:i></v:l></extensionElements></task>',
  ],
  [
    'all lists of a vendor where one side made two',
    '<task id="A"><extensionElements></extensionElements></task>',
    '<task id="A"><extensionElements><v:l><v:i>1</v:i></v:l><v:l><v:j>1</v:j></v:l></extensionElements></task>',
    '<task id="A"><extensionElements><v:l><v:i>2</v:i></v:l></extensionElements></task>',
    '<task id="A"><extensionElements><v:l><v:i>1</v:i></v:l><v:l><v:j>1</v:j></v:l><v:l><v:i>2</v:i></v:l></extensionElements></task>',
  ],
  [
    'two elements of a vendor that nothing makes one',
    '<task id="A"><extensionElements></extensionElements></task>',
    '<task id="A"><extensionElements><v:a>1</v:a></extensionElements></task>',
    '<task id="A"><extensionElements><v:a>2</v:a></extensionElements></task>',
    '<task id="A"><extensionElements><v:a>1</v:a><v:a>2</v:a></extensionElements></task>',
  ],
  [
    'all documentation where one side wrote two',
    '<task id="A"/>',
    '<task id="A"><documentation>m1</documentation><documentation>m2</documentation></task>',
    '<task id="A"><documentation>t1</documentation></task>',
    '<task id="A"><documentation>m1</documentation><documentation>m2</documentation><documentation>t1</documentation></task>',
  ],
  [
    'no flow that leads from or to what was removed',
    '<task id="A" name="nA"/><task id="B" name="nB"/><task id="C" name="nC"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/>',
    '<task id="B" name="nB"/><task id="C" name="nC"/>',
    '<task id="A" name="nA"/><task id="C" name="nC"/>',
    '<task id="C" name="nC"/>',
  ],
  [
    'a sub-process in the one to which one moved it, with what the other put in',
    '<task id="A" name="nA"/><subProcess id="S" name="s"/><subProcess id="R" name="r"/>',
    '<task id="A" name="nA"/><subProcess id="R" name="r"><subProcess id="S" name="s"/></subProcess>',
    '<subProcess id="S" name="s"><task id="A" name="nA"/></subProcess><subProcess id="R" name="r"/>',
    '<subProcess id="R" name="r"><subProcess id="S" name="s"><task id="A" name="nA"/></subProcess></subProcess>',
  ],
  [
    'attributes of a vendor in the order of the file',
    '<task id="A" v:b="1" v:c="1"/>',
    '<task v:c="2" v:b="1" id="A"/>',
    '<task id="A" v:b="2" v:c="1"/>',
    '<task id="A" v:b="2" v:c="2"/>',
  ],
];

interface Asked {
  title: string;
  base: string;
  mine: string;
  theirs: string;
  asked: string;
  /** The merged content while nobody has chosen, and after either choice. */
  open: string;
  takeMine: string;
  takeTheirs: string;
}
const ASKED: Asked[] = [
  {
    title: 'a step that one removed and the other renamed',
    base: '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    mine: '<task id="A" name="Aa"/><task id="C" name="Cc"/>',
    theirs: '<task id="A" name="Aa"/><task id="B" name="Bx"/><task id="C" name="Cc"/>',
    asked: 'removed B: Bb > null | Bx',
    open: '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    takeMine: '<task id="A" name="Aa"/><task id="C" name="Cc"/>',
    takeTheirs: '<task id="A" name="Aa"/><task id="B" name="Bx"/><task id="C" name="Cc"/>',
  },
  {
    title: 'a step that one removed and the other changed in all it says',
    base: '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    mine: '<task id="A" name="Aa"/><task id="C" name="Cc"/>',
    theirs:
      '<task id="A" name="Aa"/><userTask id="B" v:x="1" startQuantity="2"><documentation>d</documentation></userTask><task id="C" name="Cc"/>',
    asked: 'removed B: Bb > null | x: 1, startQuantity: 2, name: –, userTask, d',
    open: '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    takeMine: '<task id="A" name="Aa"/><task id="C" name="Cc"/>',
    takeTheirs:
      '<task id="A" name="Aa"/><userTask id="B" startQuantity="2" v:x="1"><documentation>d</documentation></userTask><task id="C" name="Cc"/>',
  },
  {
    title: 'a step that one removed and the other led a flow to',
    base: '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    mine: '<task id="A" name="Aa"/><task id="C" name="Cc"/>',
    theirs:
      '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/>',
    asked: 'removed B: Bb > null | Aa → Bb',
    open: '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/>',
    takeMine: '<task id="A" name="Aa"/><task id="C" name="Cc"/>',
    takeTheirs:
      '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/>',
  },
  {
    title: 'a step that one removed and the other put in a lane',
    base: '<laneSet id="LS"><lane id="L" name="nL"></lane><lane id="M" name="nM"></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    mine: '<laneSet id="LS"><lane id="L" name="nL"></lane><lane id="M" name="nM"></lane></laneSet><task id="A" name="Aa"/><task id="C" name="Cc"/>',
    theirs:
      '<laneSet id="LS"><lane id="L" name="nL"><flowNodeRef>B</flowNodeRef></lane><lane id="M" name="nM"></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    asked: 'removed B: Bb > null | Bb (nL)',
    open: '<laneSet id="LS"><lane id="L" name="nL"><flowNodeRef>B</flowNodeRef></lane><lane id="M" name="nM"></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    takeMine:
      '<laneSet id="LS"><lane id="L" name="nL"></lane><lane id="M" name="nM"></lane></laneSet><task id="A" name="Aa"/><task id="C" name="Cc"/>',
    takeTheirs:
      '<laneSet id="LS"><lane id="L" name="nL"><flowNodeRef>B</flowNodeRef></lane><lane id="M" name="nM"></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
  },
  {
    title: 'a lane that one removed and the other put a step in',
    base: '<laneSet id="LS"><lane id="L" name="nL"></lane><lane id="M" name="nM"></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    mine: '<laneSet id="LS"><lane id="L" name="nL"></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    theirs:
      '<laneSet id="LS"><lane id="L" name="nL"></lane><lane id="M" name="nM"><flowNodeRef>B</flowNodeRef></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    asked: 'removed M: nM > null | Bb',
    open: '<laneSet id="LS"><lane id="L" name="nL"></lane><lane id="M" name="nM"><flowNodeRef>B</flowNodeRef></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    takeMine:
      '<laneSet id="LS"><lane id="L" name="nL"></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    takeTheirs:
      '<laneSet id="LS"><lane id="L" name="nL"></lane><lane id="M" name="nM"><flowNodeRef>B</flowNodeRef></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
  },
  {
    title: 'a sub-process that one removed and the other put a step in',
    base: '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><subProcess id="S" name="Ss"/>',
    mine: '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    theirs:
      '<task id="A" name="Aa"/><task id="C" name="Cc"/><subProcess id="S" name="Ss"><task id="B" name="Bb"/></subProcess>',
    asked: 'removed S: Ss > null | Bb',
    open: '<task id="A" name="Aa"/><task id="C" name="Cc"/><subProcess id="S" name="Ss"><task id="B" name="Bb"/></subProcess>',
    takeMine: '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    takeTheirs:
      '<task id="A" name="Aa"/><task id="C" name="Cc"/><subProcess id="S" name="Ss"><task id="B" name="Bb"/></subProcess>',
  },
  {
    title: 'a step whose flow the other named',
    base: '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/>',
    mine: '<task id="A" name="Aa"/><task id="C" name="Cc"/>',
    theirs:
      '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="B" name="ja"/>',
    asked: 'removed B: Bb > null | ja',
    open: '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/>',
    takeMine: '<task id="A" name="Aa"/><task id="C" name="Cc"/>',
    takeTheirs:
      '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="B" name="ja"/>',
  },
  {
    title: 'a step that got a boundary event',
    base: '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    mine: '<task id="A" name="Aa"/><task id="C" name="Cc"/>',
    theirs:
      '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><boundaryEvent id="E" attachedToRef="B"/>',
    asked: 'removed B: Bb > null | E',
    open: '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><boundaryEvent id="E" attachedToRef="B"/>',
    takeMine: '<task id="A" name="Aa"/><task id="C" name="Cc"/>',
    takeTheirs:
      '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><boundaryEvent id="E" attachedToRef="B"/>',
  },
  {
    title: 'a flow that became the default',
    base: '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/>',
    mine: '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    theirs:
      '<task id="A" default="F" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/>',
    asked: 'removed F: sequenceFlow > null | Aa cut off B | ',
    open: '<task id="A" name="Aa" default="F"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/>',
    takeMine: '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    takeTheirs:
      '<task id="A" name="Aa" default="F"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/>',
  },
  {
    title: 'a default flow that one removed',
    base: '<task id="A" default="F" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/>',
    mine: '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    theirs:
      '<task id="A" default="F" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="B" name="x"/>',
    asked: 'removed F: x > null | x cut off B | ',
    open: '<task id="A" default="F" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/>',
    takeMine: '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    takeTheirs:
      '<task id="A" default="F" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="B" name="x"/>',
  },
  {
    title: 'a step with what was said of it and of its flow',
    base: '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/><sequenceFlow id="G" sourceRef="B" targetRef="C"/>',
    mine: '<task id="A" name="Aa"/><task id="C" name="Cc"/>',
    theirs:
      '<task id="A" name="Aa"/><task id="B" name="Bx"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/><sequenceFlow id="G" sourceRef="B" targetRef="C" name="g"/>',
    asked: 'removed B: Bb > null | Bx; g cut off C | ',
    open: '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/><sequenceFlow id="G" sourceRef="B" targetRef="C"/>',
    takeMine: '<task id="A" name="Aa"/><task id="C" name="Cc"/>',
    takeTheirs:
      '<task id="A" name="Aa"/><task id="B" name="Bx"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/><sequenceFlow id="G" sourceRef="B" targetRef="C" name="g"/>',
  },
  {
    title: 'a lane that both changed',
    base: '<laneSet id="LS"><lane id="L" name="nL"><flowNodeRef>A</flowNodeRef></lane><lane id="M" name="nM"></lane><lane id="N" name="nN"></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    mine: '<laneSet id="LS"><lane id="L" name="nL"></lane><lane id="M" name="nM"><flowNodeRef>A</flowNodeRef></lane><lane id="N" name="nN"></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    theirs:
      '<laneSet id="LS"><lane id="L" name="nL"></lane><lane id="M" name="nM"></lane><lane id="N" name="nN"><flowNodeRef>A</flowNodeRef></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    asked: 'changed lane A: nL > nM | nN',
    open: '<laneSet id="LS"><lane id="L" name="nL"><flowNodeRef>A</flowNodeRef></lane><lane id="M" name="nM"></lane><lane id="N" name="nN"></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    takeMine:
      '<laneSet id="LS"><lane id="L" name="nL"></lane><lane id="M" name="nM"><flowNodeRef>A</flowNodeRef></lane><lane id="N" name="nN"></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    takeTheirs:
      '<laneSet id="LS"><lane id="L" name="nL"></lane><lane id="M" name="nM"></lane><lane id="N" name="nN"><flowNodeRef>A</flowNodeRef></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
  },
  {
    title: 'a lane that one took away',
    base: '<laneSet id="LS"><lane id="L" name="nL"><flowNodeRef>A</flowNodeRef></lane><lane id="M" name="nM"></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    mine: '<laneSet id="LS"><lane id="L" name="nL"></lane><lane id="M" name="nM"></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    theirs:
      '<laneSet id="LS"><lane id="L" name="nL"></lane><lane id="M" name="nM"><flowNodeRef>A</flowNodeRef></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    asked: 'changed lane A: nL > null | nM',
    open: '<laneSet id="LS"><lane id="L" name="nL"><flowNodeRef>A</flowNodeRef></lane><lane id="M" name="nM"></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    takeMine:
      '<laneSet id="LS"><lane id="L" name="nL"></lane><lane id="M" name="nM"></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    takeTheirs:
      '<laneSet id="LS"><lane id="L" name="nL"></lane><lane id="M" name="nM"><flowNodeRef>A</flowNodeRef></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
  },
  {
    title: 'a flow of which each led the other end',
    base: '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/>',
    mine: '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="C"/>',
    theirs:
      '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="C" targetRef="B"/>',
    asked: 'rerouted F: Aa → Bb > Aa → Cc | Cc → Bb cut off B | C',
    open: '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/>',
    takeMine:
      '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="C"/>',
    takeTheirs:
      '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="C" targetRef="B"/>',
  },
  {
    title: 'a flow that both led on to another step',
    base: '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><task id="D" name="Dd"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/>',
    mine: '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><task id="D" name="Dd"/><sequenceFlow id="F" sourceRef="A" targetRef="C"/>',
    theirs:
      '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><task id="D" name="Dd"/><sequenceFlow id="F" sourceRef="A" targetRef="D"/>',
    asked: 'rerouted target F: Bb > Cc | Dd cut off B D | B C',
    open: '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><task id="D" name="Dd"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/>',
    takeMine:
      '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><task id="D" name="Dd"/><sequenceFlow id="F" sourceRef="A" targetRef="C"/>',
    takeTheirs:
      '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><task id="D" name="Dd"/><sequenceFlow id="F" sourceRef="A" targetRef="D"/>',
  },
  {
    title: 'a flow that both let begin elsewhere',
    base: '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><task id="D" name="Dd"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/>',
    mine: '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><task id="D" name="Dd"/><sequenceFlow id="F" sourceRef="C" targetRef="B"/>',
    theirs:
      '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><task id="D" name="Dd"/><sequenceFlow id="F" sourceRef="D" targetRef="B"/>',
    asked: 'rerouted source F: Aa > Cc | Dd',
    open: '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><task id="D" name="Dd"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/>',
    takeMine:
      '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><task id="D" name="Dd"/><sequenceFlow id="F" sourceRef="C" targetRef="B"/>',
    takeTheirs:
      '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><task id="D" name="Dd"/><sequenceFlow id="F" sourceRef="D" targetRef="B"/>',
  },
  {
    title: 'a condition that one removed',
    base: '<task id="A"/><sequenceFlow id="F" sourceRef="A" targetRef="A"><conditionExpression>x</conditionExpression></sequenceFlow>',
    mine: '<task id="A"/><sequenceFlow id="F" sourceRef="A" targetRef="A"></sequenceFlow>',
    theirs:
      '<task id="A"/><sequenceFlow id="F" sourceRef="A" targetRef="A"><conditionExpression>y</conditionExpression></sequenceFlow>',
    asked: 'changed condition F: x > null | y',
    open: '<task id="A"/><sequenceFlow id="F" sourceRef="A" targetRef="A"><conditionExpression>x</conditionExpression></sequenceFlow>',
    takeMine: '<task id="A"/><sequenceFlow id="F" sourceRef="A" targetRef="A"></sequenceFlow>',
    takeTheirs:
      '<task id="A"/><sequenceFlow id="F" sourceRef="A" targetRef="A"><conditionExpression>y</conditionExpression></sequenceFlow>',
  },
  {
    title: 'a condition and its language',
    base: '<task id="A"/><sequenceFlow id="F" sourceRef="A" targetRef="A"><conditionExpression language="a">x</conditionExpression></sequenceFlow>',
    mine: '<task id="A"/><sequenceFlow id="F" sourceRef="A" targetRef="A"><conditionExpression language="b">x</conditionExpression></sequenceFlow>',
    theirs:
      '<task id="A"/><sequenceFlow id="F" sourceRef="A" targetRef="A"><conditionExpression language="a">y</conditionExpression></sequenceFlow>',
    asked: 'changed condition F: language: a, x > language: b, x | language: a, y',
    open: '<task id="A"/><sequenceFlow id="F" sourceRef="A" targetRef="A"><conditionExpression language="a">x</conditionExpression></sequenceFlow>',
    takeMine:
      '<task id="A"/><sequenceFlow id="F" sourceRef="A" targetRef="A"><conditionExpression language="b">x</conditionExpression></sequenceFlow>',
    takeTheirs:
      '<task id="A"/><sequenceFlow id="F" sourceRef="A" targetRef="A"><conditionExpression language="a">y</conditionExpression></sequenceFlow>',
  },
  {
    title: 'a name',
    base: '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    mine: '<task id="A" name="Ax"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    theirs: '<task id="A" name="Ay"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    asked: 'changed name A: Aa > Ax | Ay',
    open: '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    takeMine: '<task id="A" name="Ax"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    takeTheirs: '<task id="A" name="Ay"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
  },
  {
    title: 'a name that one removed',
    base: '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    mine: '<task id="A"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    theirs: '<task id="A" name="Ay"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    asked: 'changed name A: Aa > null | Ay',
    open: '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    takeMine: '<task id="A"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    takeTheirs: '<task id="A" name="Ay"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
  },
  {
    title: 'an attribute of a vendor',
    base: '<task id="A" v:x="1"/>',
    mine: '<task id="A" v:x="2"/>',
    theirs: '<task id="A" v:x="3"/>',
    asked: 'changed v:x A: 1 > 2 | 3',
    open: '<task id="A" v:x="1"/>',
    takeMine: '<task id="A" v:x="2"/>',
    takeTheirs: '<task id="A" v:x="3"/>',
  },
  {
    title: 'a new attribute of a vendor',
    base: '<task id="A"/>',
    mine: '<task id="A" v:x="2"/>',
    theirs: '<task id="A" v:x="3"/>',
    asked: 'changed v:x A: null > 2 | 3',
    open: '<task id="A"/>',
    takeMine: '<task id="A" v:x="2"/>',
    takeTheirs: '<task id="A" v:x="3"/>',
  },
  {
    title: 'a kind of step',
    base: '<task id="A"/>',
    mine: '<userTask id="A"/>',
    theirs: '<manualTask id="A"/>',
    asked: 'changed type A: task > userTask | manualTask',
    open: '<task id="A"/>',
    takeMine: '<userTask id="A"/>',
    takeTheirs: '<manualTask id="A"/>',
  },
  {
    title: 'a default flow',
    base: '<task id="A" default="F" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/><sequenceFlow id="G" sourceRef="A" targetRef="C"/><sequenceFlow id="H" sourceRef="A" targetRef="A"/>',
    mine: '<task id="A" default="G" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/><sequenceFlow id="G" sourceRef="A" targetRef="C"/><sequenceFlow id="H" sourceRef="A" targetRef="A"/>',
    theirs:
      '<task id="A" default="H" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/><sequenceFlow id="G" sourceRef="A" targetRef="C"/><sequenceFlow id="H" sourceRef="A" targetRef="A"/>',
    asked: 'changed default A: F > G | H',
    open: '<task id="A" default="F" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/><sequenceFlow id="G" sourceRef="A" targetRef="C"/><sequenceFlow id="H" sourceRef="A" targetRef="A"/>',
    takeMine:
      '<task id="A" default="G" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/><sequenceFlow id="G" sourceRef="A" targetRef="C"/><sequenceFlow id="H" sourceRef="A" targetRef="A"/>',
    takeTheirs:
      '<task id="A" default="H" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/><sequenceFlow id="G" sourceRef="A" targetRef="C"/><sequenceFlow id="H" sourceRef="A" targetRef="A"/>',
  },
  {
    title: 'a duration',
    base: '<startEvent id="A"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></startEvent>',
    mine: '<startEvent id="A"><timerEventDefinition><timeDuration>P2D</timeDuration></timerEventDefinition></startEvent>',
    theirs:
      '<startEvent id="A"><timerEventDefinition><timeDuration>P3D</timeDuration></timerEventDefinition></startEvent>',
    asked: 'changed eventDefinition A: P1D > P2D | P3D',
    open: '<startEvent id="A"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></startEvent>',
    takeMine:
      '<startEvent id="A"><timerEventDefinition><timeDuration>P2D</timeDuration></timerEventDefinition></startEvent>',
    takeTheirs:
      '<startEvent id="A"><timerEventDefinition><timeDuration>P3D</timeDuration></timerEventDefinition></startEvent>',
  },
  {
    title: 'a kind of event',
    base: '<startEvent id="A"><timerEventDefinition/></startEvent>',
    mine: '<startEvent id="A"><signalEventDefinition/></startEvent>',
    theirs: '<startEvent id="A"><conditionalEventDefinition/></startEvent>',
    asked: 'changed eventDefinition A: timer > signal | conditional',
    open: '<startEvent id="A"><timerEventDefinition/></startEvent>',
    takeMine: '<startEvent id="A"><signalEventDefinition/></startEvent>',
    takeTheirs: '<startEvent id="A"><conditionalEventDefinition/></startEvent>',
  },
  {
    title: 'a new loop',
    base: '<task id="A"/>',
    mine: '<task id="A"><standardLoopCharacteristics loopMaximum="3"/></task>',
    theirs: '<task id="A"><multiInstanceLoopCharacteristics/></task>',
    asked:
      'changed loop A: null > standardLoopCharacteristics: loopMaximum: 3 | multiInstanceLoopCharacteristics',
    open: '<task id="A"/>',
    takeMine: '<task id="A"><standardLoopCharacteristics loopMaximum="3"/></task>',
    takeTheirs: '<task id="A"><multiInstanceLoopCharacteristics/></task>',
  },
  {
    title: 'a setting of a loop',
    base: '<task id="A"><standardLoopCharacteristics loopMaximum="2"/></task>',
    mine: '<task id="A"><standardLoopCharacteristics loopMaximum="3"/></task>',
    theirs: '<task id="A"><standardLoopCharacteristics loopMaximum="4"/></task>',
    asked: 'changed loop A: 2 > 3 | 4',
    open: '<task id="A"><standardLoopCharacteristics loopMaximum="2"/></task>',
    takeMine: '<task id="A"><standardLoopCharacteristics loopMaximum="3"/></task>',
    takeTheirs: '<task id="A"><standardLoopCharacteristics loopMaximum="4"/></task>',
  },
  {
    title: 'two sub-processes that were put into one another',
    base: '<subProcess id="S" name="Ss"/><subProcess id="R" name="Rr"/>',
    mine: '<subProcess id="R" name="Rr"><subProcess id="S" name="Ss"/></subProcess>',
    theirs: '<subProcess id="S" name="Ss"><subProcess id="R" name="Rr"/></subProcess>',
    asked: 'changed parent R: Rr → P, Ss → P > Ss → Rr | Rr → Ss',
    open: '<subProcess id="S" name="Ss"/><subProcess id="R" name="Rr"/>',
    takeMine: '<subProcess id="R" name="Rr"><subProcess id="S" name="Ss"/></subProcess>',
    takeTheirs: '<subProcess id="S" name="Ss"><subProcess id="R" name="Rr"/></subProcess>',
  },
  {
    title: 'what is in a sub-process that one removed',
    base: '<subProcess id="S"><task id="A"/></subProcess>',
    mine: '',
    theirs: '<subProcess id="S"><task id="A" name="x"/></subProcess>',
    asked: 'removed S: subProcess > null | x',
    open: '<subProcess id="S"><task id="A"/></subProcess>',
    takeMine: '',
    takeTheirs: '<subProcess id="S"><task id="A" name="x"/></subProcess>',
  },
  {
    title: 'two steps of one new id',
    base: '<task id="A"/>',
    mine: '<task id="A"/><task id="N" name="m"/>',
    theirs: '<task id="A"/><userTask id="N"/>',
    asked: 'added N: null > task m | userTask',
    open: '<task id="A"/>',
    takeMine: '<task id="A"/><task id="N" name="m"/>',
    takeTheirs: '<task id="A"/><userTask id="N"/>',
  },
  {
    title: 'a new step in two places',
    base: '<task id="A"/><subProcess id="S"/>',
    mine: '<task id="A"/><task id="N" name="n"/><subProcess id="S"/>',
    theirs: '<task id="A"/><subProcess id="S"><task id="N" name="n"/></subProcess>',
    asked: 'added N: null > task n | task n',
    open: '<task id="A"/><subProcess id="S"/>',
    takeMine: '<task id="A"/><task id="N" name="n"/><subProcess id="S"/>',
    takeTheirs: '<task id="A"/><subProcess id="S"><task id="N" name="n"/></subProcess>',
  },
  {
    title: 'a step that both put into a sub-process',
    base: '<task id="A"/><subProcess id="S"/><subProcess id="R"/>',
    mine: '<subProcess id="S"><task id="A"/></subProcess><subProcess id="R"/>',
    theirs: '<subProcess id="S"/><subProcess id="R"><task id="A"/></subProcess>',
    asked: 'changed parent A: P > S | R',
    open: '<task id="A"/><subProcess id="S"/><subProcess id="R"/>',
    takeMine: '<subProcess id="S"><task id="A"/></subProcess><subProcess id="R"/>',
    takeTheirs: '<subProcess id="S"/><subProcess id="R"><task id="A"/></subProcess>',
  },
  {
    title: 'documentation that both wrote',
    base: '<task id="A"/>',
    mine: '<task id="A"><documentation>x</documentation></task>',
    theirs: '<task id="A"><documentation>y</documentation></task>',
    asked: 'changed documentation A: null > x | y',
    open: '<task id="A"/>',
    takeMine: '<task id="A"><documentation>x</documentation></task>',
    takeTheirs: '<task id="A"><documentation>y</documentation></task>',
  },
  {
    title: 'the text of an annotation',
    base: '<textAnnotation id="A"><text>x</text></textAnnotation>',
    mine: '<textAnnotation id="A"><text>y</text></textAnnotation>',
    theirs: '<textAnnotation id="A"><text>z</text></textAnnotation>',
    asked: 'changed text A: x > y | z',
    open: '<textAnnotation id="A"><text>x</text></textAnnotation>',
    takeMine: '<textAnnotation id="A"><text>y</text></textAnnotation>',
    takeTheirs: '<textAnnotation id="A"><text>z</text></textAnnotation>',
  },
  {
    title: 'an entry of a vendor that one gave another key',
    base: '<task id="A"><extensionElements><v:a key="k">x</v:a></extensionElements></task>',
    mine: '<task id="A"><extensionElements><v:a key="k">y</v:a></extensionElements></task>',
    theirs: '<task id="A"><extensionElements><v:a key="m">x</v:a></extensionElements></task>',
    asked: 'changed v:a k A: key: k, x > key: k, y | null',
    open: '<task id="A"><extensionElements><v:a key="m">x</v:a><v:a key="k">x</v:a></extensionElements></task>',
    takeMine:
      '<task id="A"><extensionElements><v:a key="m">x</v:a><v:a key="k">y</v:a></extensionElements></task>',
    takeTheirs: '<task id="A"><extensionElements><v:a key="m">x</v:a></extensionElements></task>',
  },
  {
    title: 'a lane that one removed and the other put a step in from another',
    base: '<laneSet id="LS"><lane id="L" name="nL"><flowNodeRef>A</flowNodeRef></lane><lane id="M" name="nM"></lane><lane id="N" name="nN"></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    mine: '<laneSet id="LS"><lane id="M" name="nM"><flowNodeRef>A</flowNodeRef></lane><lane id="N" name="nN"></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    theirs:
      '<laneSet id="LS"><lane id="L" name="nL"><flowNodeRef>A</flowNodeRef></lane><lane id="N" name="nN"></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    asked: 'removed M: nM > Aa | null',
    open: '<laneSet id="LS"><lane id="M" name="nM"><flowNodeRef>A</flowNodeRef></lane><lane id="N" name="nN"></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    takeMine:
      '<laneSet id="LS"><lane id="M" name="nM"><flowNodeRef>A</flowNodeRef></lane><lane id="N" name="nN"></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    takeTheirs:
      '<laneSet id="LS"><lane id="N" name="nN"></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
  },
  {
    title: 'a lane that one removed and to which the other moved a step',
    base: '<laneSet id="LS"><lane id="L" name="nL"><flowNodeRef>A</flowNodeRef></lane><lane id="M" name="nM"></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    mine: '<laneSet id="LS"><lane id="L" name="nL"></lane><lane id="M" name="nM"><flowNodeRef>A</flowNodeRef></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    theirs:
      '<laneSet id="LS"><lane id="L" name="nL"><flowNodeRef>A</flowNodeRef></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    asked: 'removed M: nM > Aa | null',
    open: '<laneSet id="LS"><lane id="L" name="nL"></lane><lane id="M" name="nM"><flowNodeRef>A</flowNodeRef></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    takeMine:
      '<laneSet id="LS"><lane id="L" name="nL"></lane><lane id="M" name="nM"><flowNodeRef>A</flowNodeRef></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
    takeTheirs:
      '<laneSet id="LS"><lane id="L" name="nL"><flowNodeRef>A</flowNodeRef></lane></laneSet><task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/>',
  },
  {
    title: 'an attribute of a vendor of a step that one removed',
    base: '<task id="A" name="a" v:name="q"/><task id="B"/>',
    mine: '<task id="B"/>',
    theirs: '<task id="A" name="a" v:name="r"/><task id="B"/>',
    asked: 'removed A: a > null | a (r)',
    open: '<task id="A" name="a" v:name="q"/><task id="B"/>',
    takeMine: '<task id="B"/>',
    takeTheirs: '<task id="A" name="a" v:name="r"/><task id="B"/>',
  },
  {
    title: 'a step that one removed and the other put into a sub-process',
    base: '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><subProcess id="S" name="Ss"/>',
    mine: '<task id="A" name="Aa"/><task id="C" name="Cc"/><subProcess id="S" name="Ss"/>',
    theirs:
      '<task id="A" name="Aa"/><task id="C" name="Cc"/><subProcess id="S" name="Ss"><task id="B" name="Bb"/></subProcess>',
    asked: 'removed B: Bb > null | Bb (Ss)',
    open: '<task id="A" name="Aa"/><task id="B" name="Bb"/><task id="C" name="Cc"/><subProcess id="S" name="Ss"/>',
    takeMine: '<task id="A" name="Aa"/><task id="C" name="Cc"/><subProcess id="S" name="Ss"/>',
    takeTheirs:
      '<task id="A" name="Aa"/><task id="C" name="Cc"/><subProcess id="S" name="Ss"><task id="B" name="Bb"/></subProcess>',
  },
  {
    title: 'a step without a name that got a boundary event',
    base: '<task id="A" name="Aa"/><task id="B"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/>',
    mine: '<task id="A" name="Aa"/>',
    theirs:
      '<task id="A" name="Aa"/><task id="B"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/><boundaryEvent id="E" attachedToRef="B"/>',
    asked: 'removed B: task > null | E',
    open: '<task id="A" name="Aa"/><task id="B"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/><boundaryEvent id="E" attachedToRef="B"/>',
    takeMine: '<task id="A" name="Aa"/>',
    takeTheirs:
      '<task id="A" name="Aa"/><task id="B"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/><boundaryEvent id="E" attachedToRef="B"/>',
  },
  {
    title: 'text beside elements',
    base: '<task id="A"><extensionElements>t</extensionElements></task>',
    mine: '<task id="A"><extensionElements>u</extensionElements></task>',
    theirs: '<task id="A"><extensionElements>t<v:a/></extensionElements></task>',
    asked: 'changed extensionElements A: t > u | t',
    open: '<task id="A"><extensionElements>t</extensionElements></task>',
    takeMine: '<task id="A"><extensionElements>u</extensionElements></task>',
    takeTheirs: '<task id="A"><extensionElements>t<v:a/></extensionElements></task>',
  },
  {
    title: 'a second event definition',
    base: '<startEvent id="A"><messageEventDefinition/></startEvent>',
    mine: '<startEvent id="A"><messageEventDefinition/><signalEventDefinition/></startEvent>',
    theirs: '<startEvent id="A"><messageEventDefinition/><timerEventDefinition/></startEvent>',
    asked: 'changed eventDefinition A: null > signal | timer',
    open: '<startEvent id="A"><messageEventDefinition/></startEvent>',
    takeMine: '<startEvent id="A"><messageEventDefinition/><signalEventDefinition/></startEvent>',
    takeTheirs: '<startEvent id="A"><messageEventDefinition/><timerEventDefinition/></startEvent>',
  },
  {
    title: 'data that the other leads to a step',
    base: '<task id="A"/><dataObjectReference id="R" name="Stuk"/>',
    mine: '<task id="A"/>',
    theirs:
      '<task id="A"><dataInputAssociation id="I"><sourceRef>R</sourceRef></dataInputAssociation></task><dataObjectReference id="R" name="Stuk"/>',
    asked: 'removed R: Stuk > null | I',
    open: '<task id="A"><dataInputAssociation id="I"><sourceRef>R</sourceRef></dataInputAssociation></task><dataObjectReference id="R" name="Stuk"/>',
    takeMine: '<task id="A"/>',
    takeTheirs:
      '<task id="A"><dataInputAssociation id="I"><sourceRef>R</sourceRef></dataInputAssociation></task><dataObjectReference id="R" name="Stuk"/>',
  },
  {
    title: 'data that a step of the other leads to',
    base: '<task id="A"/><dataObjectReference id="R" name="Stuk"/>',
    mine: '<task id="A"/>',
    theirs:
      '<task id="A"><dataOutputAssociation id="I"><targetRef>R</targetRef></dataOutputAssociation></task><dataObjectReference id="R" name="Stuk"/>',
    asked: 'removed R: Stuk > null | I',
    open: '<task id="A"><dataOutputAssociation id="I"><targetRef>R</targetRef></dataOutputAssociation></task><dataObjectReference id="R" name="Stuk"/>',
    takeMine: '<task id="A"/>',
    takeTheirs:
      '<task id="A"><dataOutputAssociation id="I"><targetRef>R</targetRef></dataOutputAssociation></task><dataObjectReference id="R" name="Stuk"/>',
  },
  {
    title: 'a message that one removed and the other refers to',
    base: '<message id="M" name="m"/><receiveTask id="R"/>',
    mine: '<receiveTask id="R"/>',
    theirs: '<message id="M" name="m"/><receiveTask id="R" messageRef="M"/>',
    asked: 'removed M: m > null | R',
    open: '<message id="M" name="m"/><receiveTask id="R" messageRef="M"/>',
    takeMine: '<receiveTask id="R"/>',
    takeTheirs: '<message id="M" name="m"/><receiveTask id="R" messageRef="M"/>',
  },
  {
    title: 'a step that the other kept with its flows',
    base: '<task id="A" name="nA"/><task id="B" name="nB"/><task id="C" name="nC"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/><sequenceFlow id="G" sourceRef="C" targetRef="B"/>',
    mine: '<task id="A" name="nA"/><task id="C" name="nC"/>',
    theirs:
      '<task id="A" name="nA"/><task id="B" name="x"/><task id="C" name="nC"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/><sequenceFlow id="G" sourceRef="C" targetRef="B"/>',
    asked: 'removed B: nB > null | x',
    open: '<task id="A" name="nA"/><task id="B" name="nB"/><task id="C" name="nC"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/><sequenceFlow id="G" sourceRef="C" targetRef="B"/>',
    takeMine: '<task id="A" name="nA"/><task id="C" name="nC"/>',
    takeTheirs:
      '<task id="A" name="nA"/><task id="B" name="x"/><task id="C" name="nC"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/><sequenceFlow id="G" sourceRef="C" targetRef="B"/>',
  },
  {
    title: 'a step to which nothing leads any more',
    base: '<task id="A" name="nA"/><task id="B" name="nB"/><task id="C" name="nC"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/>',
    mine: '<task id="A" name="nA"/><task id="C" name="nC"/>',
    theirs: '<task id="B" name="x"/><task id="C" name="nC"/>',
    asked: 'removed B: nB > null | x cut off  | B',
    open: '<task id="B" name="nB"/><task id="C" name="nC"/>',
    takeMine: '<task id="C" name="nC"/>',
    takeTheirs: '<task id="B" name="x"/><task id="C" name="nC"/>',
  },
  {
    title: 'a step that one led past',
    base: '<task id="A" name="nA"/><task id="B" name="nB"/><task id="C" name="nC"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/><sequenceFlow id="G" sourceRef="B" targetRef="C"/>',
    mine: '<task id="A" name="nA"/><task id="C" name="nC"/><sequenceFlow id="F" sourceRef="A" targetRef="C"/>',
    theirs:
      '<task id="A" name="nA"/><task id="B" name="x"/><task id="C" name="nC"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/><sequenceFlow id="G" sourceRef="B" targetRef="C"/>',
    asked: 'removed B: nB > null | x',
    open: '<task id="A" name="nA"/><task id="B" name="nB"/><task id="C" name="nC"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/><sequenceFlow id="G" sourceRef="B" targetRef="C"/>',
    takeMine:
      '<task id="A" name="nA"/><task id="C" name="nC"/><sequenceFlow id="F" sourceRef="A" targetRef="C"/>',
    takeTheirs:
      '<task id="A" name="nA"/><task id="B" name="x"/><task id="C" name="nC"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/><sequenceFlow id="G" sourceRef="B" targetRef="C"/>',
  },
  {
    title: 'a step that one led past to a new one',
    base: '<task id="A" name="nA"/><task id="B" name="nB"/><task id="C" name="nC"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/><sequenceFlow id="G" sourceRef="B" targetRef="C"/>',
    mine: '<task id="A" name="nA"/><task id="C" name="nC"/><task id="N" name="nN"/><sequenceFlow id="F" sourceRef="A" targetRef="N"/><sequenceFlow id="H" sourceRef="N" targetRef="C"/>',
    theirs:
      '<task id="A" name="nA"/><task id="B" name="x"/><task id="C" name="nC"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/><sequenceFlow id="G" sourceRef="B" targetRef="C"/>',
    asked: 'removed B: nB > null | x cut off  | B',
    open: '<task id="A" name="nA"/><task id="B" name="nB"/><task id="C" name="nC"/><task id="N" name="nN"/><sequenceFlow id="F" sourceRef="A" targetRef="N"/><sequenceFlow id="H" sourceRef="N" targetRef="C"/><sequenceFlow id="G" sourceRef="B" targetRef="C"/>',
    takeMine:
      '<task id="A" name="nA"/><task id="C" name="nC"/><task id="N" name="nN"/><sequenceFlow id="F" sourceRef="A" targetRef="N"/><sequenceFlow id="H" sourceRef="N" targetRef="C"/>',
    takeTheirs:
      '<task id="A" name="nA"/><task id="B" name="x"/><task id="C" name="nC"/><task id="N" name="nN"/><sequenceFlow id="F" sourceRef="A" targetRef="N"/><sequenceFlow id="H" sourceRef="N" targetRef="C"/><sequenceFlow id="G" sourceRef="B" targetRef="C"/>',
  },
  {
    title: 'a lane that one removed and the other put a new step in',
    base: '<laneSet id="LS"><lane id="L" name="nL"></lane><lane id="M" name="nM"></lane></laneSet><task id="A" name="nA"/>',
    mine: '<laneSet id="LS"><lane id="L" name="nL"></lane><lane id="M" name="nM"><flowNodeRef>N</flowNodeRef></lane></laneSet><task id="A" name="nA"/><task id="N" name="nN"/>',
    theirs: '<laneSet id="LS"><lane id="L" name="nL"></lane></laneSet><task id="A" name="nA"/>',
    asked: 'removed M: nM > nN | null',
    open: '<laneSet id="LS"><lane id="L" name="nL"></lane><lane id="M" name="nM"><flowNodeRef>N</flowNodeRef></lane></laneSet><task id="A" name="nA"/><task id="N" name="nN"/>',
    takeMine:
      '<laneSet id="LS"><lane id="L" name="nL"></lane><lane id="M" name="nM"><flowNodeRef>N</flowNodeRef></lane></laneSet><task id="A" name="nA"/><task id="N" name="nN"/>',
    takeTheirs:
      '<laneSet id="LS"><lane id="L" name="nL"></lane></laneSet><task id="A" name="nA"/><task id="N" name="nN"/>',
  },
  {
    title: 'two steps between which the other led a flow',
    base: '<task id="A" name="nA"/><task id="B" name="nB"/><task id="C" name="nC"/><task id="D" name="nD"/>',
    mine: '<task id="A" name="nA"/><task id="D" name="nD"/>',
    theirs:
      '<task id="A" name="nA"/><task id="B" name="nB"/><task id="C" name="nC"/><task id="D" name="nD"/><sequenceFlow id="F" sourceRef="B" targetRef="C"/>',
    asked: 'removed B: nB > null | nB → nC',
    open: '<task id="A" name="nA"/><task id="B" name="nB"/><task id="C" name="nC"/><task id="D" name="nD"/><sequenceFlow id="F" sourceRef="B" targetRef="C"/>',
    takeMine: '<task id="A" name="nA"/><task id="D" name="nD"/>',
    takeTheirs:
      '<task id="A" name="nA"/><task id="B" name="nB"/><task id="C" name="nC"/><task id="D" name="nD"/><sequenceFlow id="F" sourceRef="B" targetRef="C"/>',
  },
  {
    title: 'two steps and the flow between them',
    base: '<task id="A" name="nA"/><task id="B" name="nB"/><task id="C" name="nC"/><task id="D" name="nD"/><sequenceFlow id="F" sourceRef="B" targetRef="C"/>',
    mine: '<task id="A" name="nA"/><task id="D" name="nD"/>',
    theirs:
      '<task id="A" name="nA"/><task id="B" name="x"/><task id="C" name="y"/><task id="D" name="nD"/><sequenceFlow id="F" sourceRef="B" targetRef="C" name="f"/>',
    asked: 'removed B: nB > null | x; y; f',
    open: '<task id="A" name="nA"/><task id="B" name="nB"/><task id="C" name="nC"/><task id="D" name="nD"/><sequenceFlow id="F" sourceRef="B" targetRef="C"/>',
    takeMine: '<task id="A" name="nA"/><task id="D" name="nD"/>',
    takeTheirs:
      '<task id="A" name="nA"/><task id="B" name="x"/><task id="C" name="y"/><task id="D" name="nD"/><sequenceFlow id="F" sourceRef="B" targetRef="C" name="f"/>',
  },
  {
    title: 'a flow that one led to a step that the other removed',
    base: '<task id="A" name="nA"/><task id="B" name="nB"/><task id="C" name="nC"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/>',
    mine: '<task id="A" name="nA"/><task id="B" name="nB"/><task id="C" name="nC"/><sequenceFlow id="F" sourceRef="A" targetRef="C"/>',
    theirs:
      '<task id="A" name="nA"/><task id="B" name="nB"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/>',
    asked: 'removed C: nC > nA → nC | null',
    open: '<task id="A" name="nA"/><task id="B" name="nB"/><task id="C" name="nC"/><sequenceFlow id="F" sourceRef="A" targetRef="C"/>',
    takeMine:
      '<task id="A" name="nA"/><task id="B" name="nB"/><task id="C" name="nC"/><sequenceFlow id="F" sourceRef="A" targetRef="C"/>',
    takeTheirs:
      '<task id="A" name="nA"/><task id="B" name="nB"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/>',
  },
  {
    title: 'a default flow to a step that the other removed',
    base: '<task id="A" default="F" name="nA"/><task id="B" name="nB"/><task id="C" name="nC"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/><sequenceFlow id="G" sourceRef="A" targetRef="C"/>',
    mine: '<task id="A" default="G" name="nA"/><task id="B" name="nB"/><task id="C" name="nC"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/><sequenceFlow id="G" sourceRef="A" targetRef="C"/>',
    theirs:
      '<task id="A" default="F" name="nA"/><task id="B" name="nB"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/>',
    asked: 'removed C: nC > nA | null',
    open: '<task id="A" default="G" name="nA"/><task id="B" name="nB"/><task id="C" name="nC"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/><sequenceFlow id="G" sourceRef="A" targetRef="C"/>',
    takeMine:
      '<task id="A" default="G" name="nA"/><task id="B" name="nB"/><task id="C" name="nC"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/><sequenceFlow id="G" sourceRef="A" targetRef="C"/>',
    takeTheirs:
      '<task id="A" default="F" name="nA"/><task id="B" name="nB"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/>',
  },
  {
    title: 'a sub-process that one removed and the other added to',
    base: '<subProcess id="S" name="s"><task id="A" name="nA"/></subProcess>',
    mine: '',
    theirs: '<subProcess id="S" name="s"><task id="A" name="nA"/><task id="N" name="nN"/></subProcess>',
    asked: 'removed S: s > null | nN',
    open: '<subProcess id="S" name="s"><task id="A" name="nA"/><task id="N" name="nN"/></subProcess>',
    takeMine: '',
    takeTheirs: '<subProcess id="S" name="s"><task id="A" name="nA"/><task id="N" name="nN"/></subProcess>',
  },
];

const told = ({ kind, property, elementId, base, mine, theirs, oneAfterOther, cutOff }: Conflict) =>
  [
    [kind, ...(property ? [property] : []), `${elementId}:`, base, '>', mine, '|', theirs]
      .map(String)
      .join(' '),
    ...(oneAfterOther ? ['in order'] : []),
    ...(cutOff
      ? [
          `cut off ${(['mine', 'theirs'] as const).map((side) => (cutOff[side] ?? []).map(({ id }) => id).join(' ')).join(' | ')}`,
        ]
      : []),
  ].join(' ');

describe('Merged word by word', () => {
  it.each(TOGETHER)('holds %s', (_title, base, mine, theirs, merged) => {
    for (const [one, other] of [
      [mine, theirs],
      [theirs, mine],
    ] as const) {
      const { text, conflicts } = mergeDiagrams(file(base), file(one), file(other));
      expect(conflicts).toEqual([]);
      expect(text).toBe(file(merged));
    }
  });

  it.each(ASKED)('asks about $title', ({ base, mine, theirs, asked, open, takeMine, takeTheirs }) => {
    const merged = (take?: OneSide) => {
      const { conflicts } = mergeDiagrams(file(base), file(mine), file(theirs));
      return mergeDiagrams(
        file(base),
        file(mine),
        file(theirs),
        take ? conflicts.map(({ id }) => ({ conflict: id, take })) : [],
      );
    };
    expect(merged().conflicts.map(told)).toEqual([asked]);
    expect(merged().text).toBe(file(open));
    for (const [take, right] of [
      ['mine', takeMine],
      ['theirs', takeTheirs],
    ] as const) {
      expect(merged(take).conflicts).toEqual([]);
      expect(merged(take).text).toBe(file(right));
    }
  });
});

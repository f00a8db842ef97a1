// Every command a person can give on an element of a drawing, by its name. Bundled with the canvas.

const isFlow = (one) => Boolean(one.waypoints);
const isLabel = (one) => Boolean(one.labelTarget);
const isShape = (one) => !isFlow(one) && !isLabel(one) && Boolean(one.parent);
const isA = (one, type) => one.businessObject.$instanceOf?.(`bpmn:${type}`);
const ANOTHER = { UserTask: 'ServiceTask', Task: 'UserTask', ServiceTask: 'CallActivity' };

/** What can be done, each with what it can be done to. */
export function commandsOn(modeler) {
  const modeling = modeler.get('modeling');
  const factory = modeler.get('elementFactory');
  const canvas = modeler.get('canvas');
  const replace = modeler.get('bpmnReplace');
  const copyPaste = modeler.get('copyPaste');
  const all = () => modeler.get('elementRegistry').getAll();
  const beside = (one) => ({ x: one.x + one.width + 120, y: one.y + one.height / 2 });
  const otherNode = (one, not) =>
    all().find((it) => isShape(it) && isA(it, 'Activity') && it !== not && it.parent === one.parent);
  const kindOf = (one) => one.type.replace('bpmn:', '');
  const isNode = (one) => isShape(one) && isA(one, 'FlowNode');
  const isStep = (one) => isNode(one) && isA(one, 'Activity');
  return {
    remove: [(one) => one.parent, (one) => modeling.removeElements([one])],
    moveBy: [(one) => !isFlow(one) && one.parent, (one) => modeling.moveElements([one], { x: 13, y: 170 })],
    moveInto: [
      isNode,
      (one) => {
        const into =
          all().find((it) => isA(it, 'SubProcess') && it !== one && it.parent !== one) ?? one.parent;
        modeling.moveElements([one], { x: 31, y: 0 }, into);
      },
    ],
    moveFlow: [isFlow, (one) => modeling.moveElements([one], { x: 20, y: 20 })],
    bend: [
      isFlow,
      (one) => {
        const [first, ...rest] = one.waypoints;
        modeling.updateWaypoints(one, [first, { x: first.x + 17, y: first.y + 41 }, ...rest]);
      },
    ],
    layOut: [isFlow, (one) => modeling.layoutConnection(one)],
    reconnectEnd: [
      (one) => isFlow(one) && otherNode(one.target, one.target),
      (one) => {
        const to = otherNode(one.target, one.target);
        modeling.reconnectEnd(one, to, { x: to.x + to.width / 2, y: to.y + to.height / 2 });
      },
    ],
    reconnectStart: [
      (one) => isFlow(one) && otherNode(one.source, one.source),
      (one) => {
        const from = otherNode(one.source, one.source);
        modeling.reconnectStart(one, from, { x: from.x + from.width / 2, y: from.y + from.height / 2 });
      },
    ],
    dropOnFlow: [
      (one) => isFlow(one) && isA(one, 'SequenceFlow'),
      (one) => {
        const shape = factory.createShape({ type: 'bpmn:UserTask' });
        const [a, b] = one.waypoints;
        modeling.createShape(shape, { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, one);
      },
    ],
    append: [
      (one) => isNode(one) && !isA(one, 'EndEvent'),
      (one) =>
        modeling.appendShape(one, factory.createShape({ type: 'bpmn:UserTask' }), beside(one), one.parent),
    ],
    annotate: [
      isNode,
      (one) =>
        modeling.appendShape(
          one,
          factory.createShape({ type: 'bpmn:TextAnnotation' }),
          beside(one),
          one.parent,
        ),
    ],
    attach: [
      isStep,
      (one) => {
        const event = factory.createShape({
          type: 'bpmn:BoundaryEvent',
          eventDefinitionType: 'bpmn:TimerEventDefinition',
        });
        modeling.createShape(event, { x: one.x + 20, y: one.y + one.height }, one, { attach: true });
      },
    ],
    giveData: [
      isStep,
      (one) => {
        const data = factory.createShape({ type: 'bpmn:DataObjectReference' });
        modeling.appendShape(one, data, beside(one), one.parent);
      },
    ],
    connect: [
      (one) => isStep(one) && otherNode(one, one),
      (one) => modeling.connect(one, otherNode(one, one), { type: 'bpmn:SequenceFlow' }),
    ],
    anotherKind: [
      (one) => isShape(one) && ANOTHER[kindOf(one)],
      (one) => replace.replaceElement(one, { type: `bpmn:${ANOTHER[kindOf(one)]}` }),
    ],
    intoSubProcess: [
      isStep,
      (one) =>
        replace.replaceElement(one, {
          type: 'bpmn:SubProcess',
          isExpanded: !one.businessObject.flowElements,
        }),
    ],
    foldUp: [
      (one) => isShape(one) && isA(one, 'SubProcess'),
      (one) => replace.replaceElement(one, { type: 'bpmn:SubProcess', isExpanded: Boolean(one.collapsed) }),
    ],
    resize: [
      (one) => isShape(one) && (isStep(one) || isA(one, 'TextAnnotation')),
      (one) =>
        modeling.resizeShape(one, { x: one.x, y: one.y, width: one.width + 40, height: one.height + 30 }),
    ],
    resizeLane: [
      (one) => isA(one, 'Lane') && isShape(one),
      (one) =>
        modeling.resizeLane(one, { x: one.x, y: one.y, width: one.width + 30, height: one.height + 50 }),
    ],
    splitLane: [(one) => isA(one, 'Lane') && isShape(one), (one) => modeling.splitLane(one, 2)],
    addLane: [
      (one) => isShape(one) && (isA(one, 'Lane') || one.businessObject.processRef),
      (one) => modeling.addLane(one, 'bottom'),
    ],
    side: [
      (one) => isA(one, 'Lane') && isShape(one),
      (one) =>
        modeling.updateProperties(one, {
          'knip:side': one.businessObject.get('knip:side') ? undefined : 'back',
        }),
    ],
    name: [(one) => one.parent && !isA(one, 'Association'), (one) => modeling.updateLabel(one, 'Anders')],
    noName: [(one) => one.parent && !isA(one, 'Association'), (one) => modeling.updateLabel(one, '')],
    anotherId: [
      (one) => one.parent && !isLabel(one),
      (one) => modeling.updateProperties(one, { id: `${one.id}_x` }),
    ],
    paste: [
      (one) => isNode(one) && !one.host,
      (one) => {
        copyPaste.copy([one]);
        const parent = one.parent;
        copyPaste.paste({ element: parent, point: { x: one.x + 60, y: one.y + one.height + 150 } });
      },
    ],
    makeRoom: [
      isStep,
      (one) => {
        const shapes = all().filter(
          (it) => isNode(it) && it.parent === one.parent && it.x >= one.x && !it.host,
        );
        modeling.createSpace(shapes, [], { x: 90, y: 0 }, 'e', one.x);
      },
    ],
    newPool: [
      (one) => one === canvas.getRootElement(),
      (one) => {
        const box = { x: 100, y: 1500, width: 600, height: 250 };
        modeling.createShape(factory.createParticipantShape(), box, one);
      },
    ],
  };
}

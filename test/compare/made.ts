import * as fc from 'fast-check';

/**
 * Diagrams made up at random: steps, gateways and events that share few names, flows between them, lanes and
 * a sub-process.
 */
export const madeDiagram: fc.Arbitrary<string> = fc
  .record({
    nodes: fc.array(
      fc.record({
        kind: fc.constantFrom(
          'task',
          'userTask',
          'exclusiveGateway',
          'intermediateThrowEvent',
          'serviceTask',
        ),
        name: fc.constantFrom('', 'Toets', 'Besluit', 'Bel op', 'Toets'),
        lane: fc.integer({ min: -1, max: 2 }),
        inside: fc.boolean(),
        text: fc.option(fc.constantFrom('eerst', 'dan'), { nil: undefined }),
      }),
      { minLength: 1, maxLength: 14 },
    ),
    flows: fc.array(
      fc.record({
        from: fc.nat(),
        to: fc.nat(),
        name: fc.constantFrom('', 'ja', 'nee'),
        condition: fc.option(fc.constantFrom('x', 'y'), { nil: undefined }),
      }),
      { maxLength: 22 },
    ),
  })
  .map(({ nodes, flows }) => {
    const ids = nodes.map((_, i) => `N${i}`);
    const written = nodes.map(
      ({ kind, name, text }, i) =>
        `<${kind} id="N${i}"${name ? ` name="${name}"` : ''}>${text ? `<documentation>${text}</documentation>` : ''}</${kind}>`,
    );
    const lanes = [0, 1, 2]
      .map(
        (lane) =>
          `<lane id="L${lane}" name="Rol ${lane}">${ids
            .filter((_, i) => nodes[i]!.lane === lane && !nodes[i]!.inside)
            .map((id) => `<flowNodeRef>${id}</flowNodeRef>`)
            .join('')}</lane>`,
      )
      .join('');
    const ways = flows
      .map(
        ({ from, to, name, condition }, i) =>
          `<sequenceFlow id="F${i}" sourceRef="${ids[from % ids.length]}" targetRef="${ids[to % ids.length]}"${name ? ` name="${name}"` : ''}>${condition ? `<conditionExpression>${condition}</conditionExpression>` : ''}</sequenceFlow>`,
      )
      .join('');
    const place = (inside: boolean) => written.filter((_, i) => nodes[i]!.inside === inside).join('');
    return `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="u"><process id="P"><laneSet id="LS">${lanes}</laneSet>${place(false)}<subProcess id="S" name="Deel">${place(true)}</subProcess>${ways}</process></definitions>`;
  });

const attribute = (name: string) => ({ name, type: 'String', isAttr: true });
const body = { name: 'text', type: 'String', isBody: true };

/**
 * Our namespace for the drawing library, so that what files carry in it survives opening and saving under any
 * prefix. The decisions themselves are marked as belonging to no other element: copying a step copies no
 * decision.
 */
export const knipModdle = {
  name: 'Knipkaart',
  uri: 'urn:knipkaart:bpmn:1',
  prefix: 'knip',
  xml: { tagAlias: 'lowerCase' },
  associations: [],
  types: [
    { name: 'SidedLane', extends: ['bpmn:Lane'], properties: [attribute('side')] },
    {
      name: 'Binding',
      superClass: ['Element'],
      properties: [attribute('side'), attribute('by'), attribute('source'), body],
    },
    { name: 'Consideration', superClass: ['Element'], properties: [attribute('for'), body] },
    { name: 'DataRequest', superClass: ['Element'], properties: [attribute('name'), attribute('registry')] },
    {
      name: 'Knip',
      superClass: ['Element'],
      properties: [
        attribute('side'),
        attribute('role'),
        { name: 'reason', type: 'Reason' },
        { name: 'alternatives', type: 'Alternative', isMany: true },
      ],
    },
    {
      name: 'Channels',
      superClass: ['Element'],
      properties: [attribute('order'), { name: 'reason', type: 'Reason' }],
    },
    {
      name: 'Handover',
      superClass: ['Element'],
      properties: [
        attribute('from'),
        attribute('to'),
        attribute('before'),
        attribute('after'),
        { name: 'what', type: 'What' },
        { name: 'within', type: 'Within' },
        { name: 'reason', type: 'Reason' },
      ],
    },
    { name: 'Reason', superClass: ['Element'], properties: [body] },
    { name: 'Alternative', superClass: ['Element'], properties: [body] },
    { name: 'What', superClass: ['Element'], properties: [body] },
    { name: 'Within', superClass: ['Element'], properties: [attribute('amount'), attribute('unit')] },
  ],
};

import { compareDiagrams } from '#bpmn';

/** For specs: small diagrams in few words, and what a comparison tells of two of them in a line each. */

export const definitions = (content: string) =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:v="urn:vendor" targetNamespace="urn:x">${content}</definitions>`;
const element = (local: string) => (id: string, inside: string, name: string) =>
  `<${local}${id && ` id="${id}"`}${name && ` name="${name}"`}>${inside}</${local}>`;
export const process = (id: string, inside = '', name = '') => element('process')(id, inside, name);
/** A file with one process. */
export const of = (content: string, shared = '') => definitions(`${shared}${process('P', content)}`);
export const step = (id: string, name = id, inside = '') => element('task')(id, inside, name);
export const gateway = (id: string, name = '') => element('exclusiveGateway')(id, '', name);
export const flow = (id: string, from: string, to: string, condition = '') =>
  `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${condition && `<conditionExpression>${condition}</conditionExpression>`}</sequenceFlow>`;
export const lane = (id: string, name: string, ...members: string[]) =>
  element('lane')(id, members.map((each) => `<flowNodeRef>${each}</flowNodeRef>`).join(''), name);
export const laneSet = (id: string, ...lanes: string[]) => element('laneSet')(id, lanes.join(''), '');

/** Changes as `kind id: before > after`, then ids that an element has instead of another. */
export function told(before: string, after: string): string[] {
  const { changes, renamedIds } = compareDiagrams(before, after);
  return [
    ...changes.map((change) => {
      const values = [change.before, change.after].map((value) => value ?? '');
      const about = [change.kind, change.elementId, ...(change.property ? [change.property] : [])].join(' ');
      return values.some((value) => value !== '') ? `${about}: ${values.join(' > ')}` : about;
    }),
    ...renamedIds.map((ids) => `id ${ids.before} > ${ids.after}`),
  ].sort();
}

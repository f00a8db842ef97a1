import { BpmnModdle } from 'bpmn-moddle';

/**
 * What bpmn-moddle, by which the editor opens files, warns of in a file; without places and prefixes, which
 * merging may change.
 */
export async function warningsOf(text: string): Promise<string[]> {
  try {
    const { warnings } = await new BpmnModdle().fromXML(text);
    return warnings.map(({ message }) => plain(message));
  } catch (error) {
    return [plain(String(error))];
  }
}

const plain = (message: string) =>
  message
    .replace(/\s+/g, ' ')
    .replace(/detected line: \d+ column: \d+/g, '')
    .replace(/[\w.-]+:(?=[\w.-]+[\s/>])/g, '')
    .slice(0, 200);

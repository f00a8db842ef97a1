import { processFactsOf, type ProcessFactKind, type ProcessFactValues, type ProcessEvent } from '#domain';

/** A fact with the event that set or ended it. */
export interface FactRow<K extends ProcessFactKind = ProcessFactKind> {
  kind: K;
  key: string;
  version: number;
  /** Type and data (JSON) of the event in its current shape. */
  type: string;
  data: string;
}

/** What a fact says since the event of its row, or null where that event ended it. */
export function factValue<K extends ProcessFactKind>({
  kind,
  key,
  version,
  type,
  data,
}: FactRow<K>): ProcessFactValues[K] | null {
  const event = { type, data: JSON.parse(data) as unknown } as ProcessEvent;
  const fact = processFactsOf(event, version).find((one) => one.kind === kind && one.key === key);
  return (fact?.value ?? null) as ProcessFactValues[K] | null;
}

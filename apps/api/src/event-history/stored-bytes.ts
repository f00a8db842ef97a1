import type { CurrentEvent } from '../platform/projections/unit/projection.js';

/**
 * The data of an event as JSON, without stored bytes: they are read from the log when they are needed.
 * Members that hold them have the shape `{digest, encoding, bytes}`.
 */
export function withoutStoredBytes({ data, text }: Pick<CurrentEvent, 'data' | 'text'>): string {
  if (!hasStoredBytes(data as Record<string, unknown>)) return text ?? JSON.stringify(data);
  return JSON.stringify(
    Object.fromEntries(
      Object.entries(data).map(([member, value]) => [member, isStoredBytes(value) ? rest(value) : value]),
    ),
  );
}

/** A plain loop, because this runs for every event of a rebuild. */
function hasStoredBytes(data: Record<string, unknown>): boolean {
  for (const member in data) if (isStoredBytes(data[member])) return true;
  return false;
}

interface StoredBytes {
  bytes: string;
}

function isStoredBytes(value: unknown): value is StoredBytes {
  return (
    typeof value === 'object' &&
    value !== null &&
    'bytes' in value &&
    typeof value.bytes === 'string' &&
    'digest' in value &&
    'encoding' in value
  );
}

const rest = ({ bytes: _, ...others }: StoredBytes): object => others;

import { useRef, useState } from 'react';
import type { Written } from '#contract';
import { newKey, write } from '../http.js';
import { processPath, refreshProcess } from '../process/queries.js';

interface Registration {
  name: string;
  domain: string;
  diagram: Uint8Array<ArrayBuffer> | string;
}

/**
 * Makes a process and saves its first diagram: two decisions, so the second can fail after the first was
 * recorded. `made` is the process then; registering again saves the diagram only.
 */
export function useRegistration() {
  const [made, setMade] = useState<Written>();
  const key = useRef({ of: '', key: '' });
  /** @returns the id of the process */
  const register = async ({ name, domain, diagram }: Registration): Promise<string> => {
    const of = JSON.stringify([name, domain]);
    if (key.current.of !== of) key.current = { of, key: newKey() };
    try {
      const process = made ?? (await makeProcess({ name, domain }, key.current.key));
      setMade(process);
      await write('PUT', processPath(process.id, '/diagram'), diagram, {
        ifMatch: process.version,
        contentType: 'application/xml',
      });
      return process.id;
    } finally {
      void refreshProcess(made?.id ?? '');
    }
  };
  return { made, register };
}

async function makeProcess(
  process: { name: string; domain: string },
  idempotencyKey: string,
): Promise<Written> {
  return (await write<Written>('POST', '/processes', process, { idempotencyKey })).data;
}

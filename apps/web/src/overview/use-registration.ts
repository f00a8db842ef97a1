import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Written } from '#contract';
import { newKey, write } from '../http.js';
import { processPath, refreshProcess } from '../process/queries.js';

export interface Registration {
  name: string;
  domain: string;
  diagram: Uint8Array<ArrayBuffer> | string;
}

/**
 * Makes a process and saves its first diagram: two decisions, so the second can fail after the first was
 * recorded. `made` is the process then; saving again saves the diagram only.
 */
export function useRegistration(onDone: (id: string) => void) {
  const [made, setMade] = useState<Written>();
  const key = useRef({ of: '', key: '' });
  const saving = useMutation({
    mutationFn: async ({ name, domain, diagram }: Registration) => {
      const of = JSON.stringify([name, domain]);
      if (key.current.of !== of) key.current = { of, key: newKey() };
      const process =
        made ??
        (await write<Written>('POST', '/processes', { name, domain }, { idempotencyKey: key.current.key }))
          .data;
      setMade(process);
      await write('PUT', processPath(process.id, '/diagram'), diagram, {
        ifMatch: process.version,
        contentType: 'application/xml',
      });
      return process.id;
    },
    onSettled: (id) => refreshProcess(id ?? ''),
    onSuccess: onDone,
  });
  return { made, saving };
}

import { useState } from 'react';
import { useLocation, useSearchParams } from 'react-router';

/** Marks an address that this hook wrote itself. */
interface Kept {
  kept?: true;
}

/**
 * State that also stands in the address, so that going back, reloading and passing the address on keep it.
 * What is shown does not wait for the address, since the router changes it later than a key is typed; an
 * address that came otherwise is taken over.
 */
export function useAddressState<T extends object>(
  read: (params: URLSearchParams) => T,
  write: (value: T) => Record<string, string>,
): [T, (change: Partial<T>) => void] {
  const [params, setParams] = useSearchParams();
  const { key, state } = useLocation();
  const [value, setValue] = useState(() => read(params));
  const [seen, setSeen] = useState(key);
  if (seen !== key) {
    setSeen(key);
    if (!(state as Kept | null)?.kept) setValue(read(params));
  }
  const change = (part: Partial<T>) => {
    const next = { ...value, ...part };
    setValue(next);
    const kept: Kept = { kept: true };
    setParams(write(next), { replace: true, preventScrollReset: true, state: kept });
  };
  return [value, change];
}

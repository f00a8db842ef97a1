import { openDB, type DBSchema, type IDBPDatabase, type IDBPObjectStore } from 'idb';
import type { Draft } from './draft.js';

/** Where unsaved work is kept: the browser's own database, per person and process. */
export interface DraftStore {
  list(person: string, process: string): Promise<Draft[]>;
  put(draft: Draft): Promise<void>;
  /** @param holding removes it only while this drawing is in it: another tab may have kept more since */
  remove(id: string, holding?: string): Promise<void>;
}

interface Drafts extends DBSchema {
  drafts: { key: string; value: Draft; indexes: { owner: [person: string, process: string] } };
}

/**
 * The store in IndexedDB; every call rejects where the browser keeps nothing (private windows, full disk).
 */
export function openDraftStore(): DraftStore {
  let database: Promise<IDBPDatabase<Drafts>> | undefined;
  const open = () => (database ??= openDB<Drafts>('knipkaart', 1, { upgrade: create }));
  const change = async (make: (store: WritableDrafts) => Promise<unknown>): Promise<void> => {
    const transaction = (await open()).transaction('drafts', 'readwrite', { durability: 'strict' });
    await Promise.all([make(transaction.store), transaction.done]);
  };
  return {
    list: async (person, process) => (await open()).getAllFromIndex('drafts', 'owner', [person, process]),
    put: (draft) => change((store) => store.put(draft)),
    remove: (id, holding) =>
      change(async (store) => {
        if (holding === undefined || (await store.get(id))?.xml === holding) await store.delete(id);
      }),
  };
}

type WritableDrafts = IDBPObjectStore<Drafts, ['drafts'], 'drafts', 'readwrite'>;

function create(database: IDBPDatabase<Drafts>): void {
  database.createObjectStore('drafts', { keyPath: 'id' }).createIndex('owner', ['person', 'process']);
}

/**
 * Holds a draft for this tab as long as the tab lives; the browser lets go of it when the tab closes or
 * crashes.
 * @returns lets go of it sooner
 */
export function holdDraft(id: string): () => void {
  const over = new AbortController();
  void navigator.locks
    ?.request(
      lockOf(id),
      { signal: over.signal },
      () => new Promise<void>((resolve) => over.signal.addEventListener('abort', () => resolve())),
    )
    .catch(() => undefined);
  return () => over.abort();
}

/** Ids of the drafts that open tabs hold; none where the browser has no locks. */
export async function heldDrafts(): Promise<Set<string>> {
  const locks = await navigator.locks?.query();
  return new Set(
    (locks?.held ?? []).flatMap(({ name }) =>
      name?.startsWith(lockOf('')) ? [name.slice(lockOf('').length)] : [],
    ),
  );
}

const lockOf = (id: string) => `knipkaart-draft:${id}`;

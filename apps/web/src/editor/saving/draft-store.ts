import type { Draft } from './draft.js';

/** Where unsaved work is kept: the browser's own database, per person and process. */
export interface DraftStore {
  list(person: string, process: string): Promise<Draft[]>;
  put(draft: Draft): Promise<void>;
  remove(id: string): Promise<void>;
}

const STORE = 'drafts';

/**
 * The store in IndexedDB; every call rejects where the browser keeps nothing (private windows, full disk).
 */
export function openDraftStore(): DraftStore {
  let database: Promise<IDBDatabase> | undefined;
  const open = () => (database ??= request(createdOnce()));
  const inTransaction = async <T>(
    mode: IDBTransactionMode,
    ask: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> => {
    const transaction = (await open()).transaction(STORE, mode, { durability: 'strict' });
    const done = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () =>
        reject(transaction.error ?? new Error('The browser did not keep the draft.'));
    });
    const [result] = await Promise.all([request(ask(transaction.objectStore(STORE))), done]);
    return result;
  };
  return {
    list: (person, process) =>
      inTransaction<Draft[]>('readonly', (store) => store.index('owner').getAll([person, process])),
    put: async (draft) => void (await inTransaction('readwrite', (store) => store.put(draft))),
    remove: async (id) => void (await inTransaction('readwrite', (store) => store.delete(id))),
  };
}

function createdOnce(): IDBOpenDBRequest {
  const opening = indexedDB.open('knipkaart', 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore(STORE, { keyPath: 'id' }).createIndex('owner', ['person', 'process']);
  };
  return opening;
}

function request<T>(asked: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error('The browser keeps no drafts.'));
  });
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

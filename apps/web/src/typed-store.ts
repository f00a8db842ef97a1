import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { DrawingThen } from './drawn.js';

/** The forms whose texts are kept. */
export type TypedForm =
  | 'add'
  | 'again'
  | 'bind'
  | 'channels'
  | 'data'
  | 'edit'
  | 'handover'
  | 'knip'
  | 'lapsed'
  | 'lift'
  | 'milestone'
  | 'note'
  | 'rename'
  | 'retire'
  | 'takeOver'
  | 'withdraw';

/** What somebody filled in and did not record yet. */
export interface Typed {
  key: string;
  /** The window that it was typed in: two windows keep two texts of one form. */
  window: string;
  /** When, in milliseconds since 1970. */
  at: number;
  person: string;
  process: string;
  form: TypedForm;
  /** Id of the element that it is about; empty: the process as a whole. */
  element: string;
  /** The drawing in which the ids mean what is meant; absent where none was on screen. */
  drawing?: DrawingThen;
  /** How that was called: it may be gone when one comes back. */
  about: string;
  values: object;
}

/** Where what was typed is kept: the browser's own database, per person. */
export interface TypedStore {
  list(person: string): Promise<Typed[]>;
  put(typed: Typed): Promise<void>;
  remove(key: string): Promise<void>;
}

interface Database extends DBSchema {
  typed: { key: string; value: Typed; indexes: { person: string } };
}

/**
 * The store in IndexedDB; every call rejects where the browser keeps nothing. A database of its own: a window
 * that still runs an older page would keep that of the drawings from getting another store.
 */
export function openTypedStore(): TypedStore {
  let database: Promise<IDBPDatabase<Database>> | undefined;
  const open = () =>
    (database ??= openDB<Database>('knipkaart-typed', 1, {
      upgrade: (made) => {
        made.createObjectStore('typed', { keyPath: 'key' }).createIndex('person', 'person');
      },
    }));
  return {
    list: async (person) => (await open()).getAllFromIndex('typed', 'person', person),
    put: async (typed) => void (await (await open()).put('typed', typed)),
    remove: async (key) => (await open()).delete('typed', key),
  };
}

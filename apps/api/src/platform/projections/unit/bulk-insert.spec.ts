import { DatabaseSync } from 'node:sqlite';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BulkInsert } from './bulk-insert.js';

type Step = { add: number } | 'flush' | 'forget';

it('Rows that are added together are all there, once and in order, however many there are', () => {
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({ add: fc.oneof(fc.nat(5), fc.integer({ min: 98, max: 102 }), fc.constantFrom(200, 201)) }),
    fc.constantFrom<Step>('flush', 'forget'),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 6 }), (steps) => {
      const db = new DatabaseSync(':memory:');
      db.exec('CREATE TABLE t (a INTEGER, b TEXT)');
      const rows = new BulkInsert(db, 't', ['a', 'b']);
      const stored = () =>
        db
          .prepare('SELECT a, b FROM t ORDER BY rowid')
          .all()
          .map(({ a, b }) => `${a} ${b}`);
      const written: string[] = [];
      let waiting: string[] = [];
      let next = 0;
      const write = () => written.push(...waiting.splice(0));
      for (const each of [...steps, 'flush' as const]) {
        if (each === 'flush') {
          rows.flush();
          write();
        } else if (each === 'forget') {
          rows.forget();
          waiting = [];
        } else
          for (let n = 0; n < each.add; n++) {
            next += 1;
            waiting.push(`${next} row ${next}`);
            const all = rows.add(next, `row ${next}`);
            if (waiting.length === 100) write();
            expect(all).toBe(waiting.length === 0);
          }
        expect(stored()).toEqual(written);
      }
      db.close();
    }),
    { numRuns: 60 },
  );
});

// One instance on what the build made: it follows the log, runs the policy of the toy until nothing is left
// to do, and prints how many steps that took. KILL_AT: the step before which it is killed, as by SIGKILL.
import { join } from 'node:path';
import { openEventStoreDb, openLog } from '#event-store';
import { PolicyLooks } from '../../dist/apps/api/src/platform/policies/policy-looks.js';
import { PolicyRunner } from '../../dist/apps/api/src/platform/policies/policy-runner.js';
import { openReadModel } from '../../dist/apps/api/src/platform/projections/following/open-read-model.js';
import { StaleExplanations } from '../../dist/apps/api/src/platform/writing/stale-explanations.js';
import { StreamWriters } from '../../dist/apps/api/src/platform/writing/stream-writer.js';
import { derivedId } from '../../dist/apps/api/src/platform/writing/writing.js';
import { granting, KINDS, requests, shelves } from './toy.ts';
import { PROJECTIONS } from './toy-projections.mjs';

const { FOLDER, EVENTSTORE_URL, NOW, KILL_AT } = process.env;
const clock = { now: () => new Date(NOW) };
let steps = 0;

/** Killed between two steps: nothing after this line is executed. */
function step() {
  steps += 1;
  if (String(steps) === KILL_AT) process.kill(process.pid, 'SIGKILL');
}

/** The same object, with a step before and after every call of a method. */
function stepping(target, ...methods) {
  for (const name of methods) {
    const method = target[name];
    target[name] = function (...args) {
      step();
      const result = method.apply(this, args);
      if (!(result instanceof Promise)) step();
      return result instanceof Promise ? result.finally(step) : result;
    };
  }
}

const log = EVENTSTORE_URL
  ? await openEventStoreDb(EVENTSTORE_URL, { kinds: KINDS })
  : openLog(join(FOLDER, 'log.sqlite'));
const store = log.events;
const readModel = openReadModel(FOLDER, { projections: PROJECTIONS });
stepping(store, 'append');
stepping(PolicyLooks.prototype, 'settled', 'failed');

await readModel.start(store);
const writers = new StreamWriters(store, readModel, new StaleExplanations(), clock);
const runner = new PolicyRunner(store, readModel, clock);
runner.register(granting(writers.of(requests), writers.of(shelves), derivedId));
runner.start();

const looks = () => readModel.reader(PolicyLooks);
const isIdle = async () => {
  const end = await store.lastPosition();
  if (end !== undefined) await readModel.caughtUp(end, 10_000);
  return looks().next(clock.now()) === undefined;
};
while (!(await isIdle())) await new Promise((resolve) => setTimeout(resolve, 5));
await runner.onModuleDestroy();
const report = { steps, parked: runner.parked(), next: looks().nextAt()?.toISOString() };
await readModel.stop();
await store.close();
process.stdout.write(JSON.stringify(report));
process.exit(0);

// From the start of the service until it is ready, with the read model intact.
import { alternating, shown, timed } from './alternating.mjs';
import { startService } from './processes.mjs';

const ROUNDS = 5;

/** @param logs `small` and `large`, each `{dataDir, events}` */
export async function starting({ small, large }) {
  const start = (dataDir) => async () => {
    let service;
    let status;
    const took = await timed(async () => {
      service = await startService({ dataDir, args: ['--no-demo-data'] });
      ({ status } = await fetch(`${service.url}/health/ready`));
    });
    await service.stop();
    if (status !== 200) throw new Error('The service reported its address before it was ready.');
    return took;
  };
  // The warm-up round builds the read model of the small log and warms the caches.
  const { few, many } = await alternating(
    { few: start(small.dataDir), many: start(large.dataDir) },
    { rounds: ROUNDS },
  );
  return {
    key: 'readModel.start',
    name: `start until ready with an intact read model (${shown(large.events)} events ÷ ${shown(small.events)})`,
    ratio: many / few,
    target: '≤ 2',
    detail: `${shown(many)} ms; ${shown(few)} ms`,
    figures: { many: [many, 'ms'], few: [few, 'ms'] },
  };
}

// Opening an old version of a process with many versions, compared with a process with few.
import { shown } from './alternating.mjs';
import { startService } from './processes.mjs';

const REQUESTS = 1_500;

/**
 * @param dataDir its log holds `kort` with 10 versions and `lang` with 10,000; versions from the second half
 * of each are requested, so that both have the same decisions to show
 */
export async function opening(dataDir) {
  const service = await startService({ dataDir, args: ['--no-demo-data'] });
  try {
    const times = { kort: [], lang: [] };
    for (let request = 0; request < REQUESTS; request += 1) {
      for (const [id, size] of [
        ['kort', 10],
        ['lang', 10_000],
      ]) {
        const version = Math.ceil(size / 2 + Math.random() * (size / 2));
        const begin = performance.now();
        const answer = await fetch(`${service.url}/api/v1/processes/${id}?version=${version}`, {
          headers: { authorization: 'Bearer demo:auditor' },
        });
        await answer.arrayBuffer();
        times[id].push(performance.now() - begin);
        if (answer.status !== 200)
          throw new Error(`Version ${version} of ${id} was answered with ${answer.status}.`);
      }
    }
    const [short, long] = [times.kort, times.lang].map(
      (all) => all.toSorted((a, b) => a - b)[Math.floor(all.length * 0.95)],
    );
    return {
      key: 'readModel.openVersion',
      name: 'opening version n (p95 with 10,000 versions ÷ with 10)',
      ratio: long / short,
      target: '≤ 1.5',
      detail: `${shown(long)} ms; ${shown(short)} ms`,
      figures: { long: [long, 'ms'], short: [short, 'ms'] },
    };
  } finally {
    await service.stop();
  }
}

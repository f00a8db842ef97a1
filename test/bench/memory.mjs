// Memory of the service with a long log, compared with a short one.
import { readFileSync } from 'node:fs';
import { load } from './http-load.mjs';
import { startService } from './processes.mjs';
import { forgetReadModel } from './rebuilding.mjs';
import { shown } from './alternating.mjs';

const LOAD_SECONDS = 5;
const MB = 1024 * 1024;

/** @param logs `small` and `large`, each `{dataDir, events}` */
export async function memory({ small, large }) {
  const [little, much] = [await measured(small), await measured(large)];
  const row = (key, when) => {
    const [mine, peer] = [much[key], little[key]];
    return {
      key: `memory.${key}`,
      name: `memory of the service ${when} (${shown(large.events)} events ÷ ${shown(small.events)})`,
      ratio: mine.resident / peer.resident,
      detail: `${shown(mine.resident)} MB resident (peak ${shown(mine.peak)}), ${shown(mine.heap)} MB of heap used; ${shown(peer.resident)} MB, ${shown(peer.heap)} MB`,
      figures: {
        resident: [mine.resident, 'MB'],
        peak: [mine.peak, 'MB'],
        heap: [mine.heap, 'MB'],
        residentFew: [peer.resident, 'MB'],
        heapFew: [peer.heap, 'MB'],
        events: [large.events, 'events'],
        eventsFew: [small.events, 'events'],
      },
    };
  };
  return [
    row('started', 'after a start with an intact read model'),
    row('loaded', `after ${LOAD_SECONDS} s of process requests on 64 connections`),
    row('rebuilt', 'after a start that built the read model'),
  ];
}

async function measured({ dataDir, events }) {
  const found = {};
  await running(dataDir, async (service) => {
    found.started = await taken(service);
    const ids = Array.from(
      { length: Math.min(500, Math.ceil(events / 500)) },
      (_, index) => `/api/v1/processes/proces-${index}`,
    );
    await load(service.url, ids, { seconds: LOAD_SECONDS });
    found.loaded = await taken(service);
  });
  forgetReadModel(dataDir);
  await running(dataDir, async (service) => {
    found.rebuilt = await taken(service);
  });
  return found;
}

async function running(dataDir, work) {
  const service = await startService({ dataDir, args: ['--no-demo-data'] });
  try {
    if ((await fetch(`${service.url}/health/ready`)).status !== 200)
      throw new Error('The service reported its address before it was ready.');
    await work(service);
  } finally {
    await service.stop();
  }
}

/**
 * Memory from the metrics of the service. The peak comes from Linux; elsewhere it is the current resident
 * memory.
 */
async function taken({ url, pid }) {
  const text = await (await fetch(`${url}/metrics`)).text();
  const gauge = (name) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)[1]) / MB;
  const resident = gauge('process_resident_memory_bytes');
  return { resident, heap: gauge('nodejs_heap_size_used_bytes'), peak: peakOf(pid) ?? resident };
}

function peakOf(pid) {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
  } catch {
    return undefined;
  }
}

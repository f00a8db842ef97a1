import { CommandBus } from '@nestjs/cqrs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { PeopleStore } from '#event-store';
import { DEMO_PEOPLE, keptSessionKey } from './accounts/index.js';
import { People } from './platform/http/access/people.js';
import { loadDemoData } from './demo-data/index.js';
import { Names } from './platform/http/access/names.js';
import { openReadModel } from './platform/projections/following/open-read-model.js';
import {
  asStartRefused,
  Settings,
  StartRefused,
  type WantedSettings,
} from './platform/environment/settings.js';
import { PROJECTIONS } from './projections.js';
import { PolicyRunner } from './platform/policies/policy-runner.js';
import { OpenConnections } from './platform/http/protocol/open-connections.js';
import { createApp } from './create-app.js';
import { Opening } from './platform/http/input/opening.js';
import { openLogOf, type OwnedLog } from './platform/log/open-log-of.js';

/** Demo people have no passwords, so nobody else on the network may reach them. */
const LOOPBACK = '127.0.0.1';

/**
 * How long a stop waits for requests under way. It is longer than a write waits for the server of the log.
 * The containers wait longer (`stop_grace_period`).
 */
export const LONGEST_ANSWER_MS = 15_000;
/** How long a stop waits for the rest of a request; containers get 10 seconds by default. */
const LONGEST_SENDING_MS = 5_000;

export interface Service {
  app: NestFastifyApplication;
  log: OwnedLog;
  /** Without a slash at the end. */
  url: string;
  /** Resolves when the last answer is given, nothing runs any more and the log is free. */
  stop(): Promise<void>;
}

/** Told while something takes long; `share` from 0 to 1. */
export type OnProgress = (what: string, share: number) => void;

/**
 * Opens log and read model and serves them on loopback; resolves when all that the log holds can be read.
 * @throws StartRefused, or an error of the log, whose message is the one sentence to show
 */
export async function startService(wanted: WantedSettings, onProgress: OnProgress): Promise<Service> {
  let log: OwnedLog | undefined;
  try {
    const opened = (log = await openLogOf(wanted));
    const settings = new Settings({
      ...wanted,
      sessionKey: wanted.sessionKey ?? keptSessionKey(wanted.dataDir),
    });
    const names = await keptNames(opened.people);
    const readModel = openReadModel(settings.dataDir, {
      projections: PROJECTIONS,
      onProgress: ({ share }) => onProgress('Reading the log', share),
    });
    const people = new People(
      DEMO_PEOPLE.map((person) => ({ ...person, name: names.get(person.id) ?? person.id })),
    );
    const opening = new Opening();
    const app = await createApp({
      settings,
      store: opened.events,
      readModel,
      people,
      names: new Names(names),
      opening,
    });
    const stop = async () => {
      await app.get(OpenConnections).end({ sendingMs: LONGEST_SENDING_MS, boundMs: LONGEST_ANSWER_MS });
      await app.close();
      await readModel.stop();
      await opened.close();
    };
    try {
      await listen(app, settings.port);
      await readModel.start(opened.events);
      if (settings.demoData)
        await loadDemoData(opened.events, app.get(CommandBus), people, (share) =>
          onProgress('Loading the generic processes', share),
        );
      app.get(PolicyRunner).start();
      opening.done = true;
    } catch (error) {
      await stop();
      throw error;
    }
    const { port } = app.getHttpServer().address() as { port: number };
    return { app, log: opened, url: `http://localhost:${port}`, stop };
  } catch (error) {
    await log?.close().catch(() => undefined);
    throw asStartRefused(error, wanted.dataDir);
  }
}

async function listen(app: NestFastifyApplication, port: number): Promise<void> {
  try {
    await app.listen(port, LOOPBACK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new StartRefused(
        `Port ${port} is in use by another program: stop that one, or choose another port with PORT.`,
      );
    if (code === 'EACCES')
      throw new StartRefused(`Port ${port} may not be opened by this user: choose one above 1023 with PORT.`);
    throw new StartRefused(`Port ${port} cannot be opened: ${(error as Error).message}.`);
  }
}

/**
 * Names of the demo people stand where all names stand, from the first start on; one that was erased since
 * stays away.
 */
async function keptNames(store: PeopleStore): Promise<Map<string, string>> {
  if ((await store.all()).length === 0) for (const { id, name } of DEMO_PEOPLE) await store.put({ id, name });
  return new Map((await store.all()).map(({ id, name }) => [id, name]));
}

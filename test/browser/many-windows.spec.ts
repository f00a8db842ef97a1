import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page, Request } from 'playwright-core';
import { until } from '../until.js';
import { asPerson, type Client } from './by-the-api.js';
import { openProcess, renameStep, show, standing } from './process-page.js';
import { anotherWindow, signIn, startVisit, type Visit } from './visit.js';

const PROCESS = 'kapvergunning';
const OTHER = 'evenementenvergunning';
const WINDOWS = 10;

let visit: Visit;
let colleague: Client;
const windows: Page[] = [];
/** The connections for news that the browser has now. */
const connections = new Set<Request>();

beforeAll(async () => {
  visit = await startVisit();
  colleague = asPerson(visit.url, 'procesverantwoordelijke');
  windows.push(await visit.as('Fenna Hoekstra'));
  const context = windows[0]!.context();
  const isNews = (request: Request) => new URL(request.url()).pathname === '/api/v1/updates';
  context.on('request', (request) => isNews(request) && connections.add(request));
  context.on('requestfinished', (request) => connections.delete(request));
  context.on('requestfailed', (request) => connections.delete(request));
  // Of a window that closes the browser tells no end of its requests.
  const closed = (page: Page) =>
    connections.forEach((request) => request.frame().page() === page && connections.delete(request));
  for (const page of context.pages()) page.on('close', closed);
  context.on('page', (page) => page.on('close', closed));
});

/** A colleague decides something. @returns the version it made */
async function decide(process = PROCESS): Promise<number> {
  await colleague.put(`/processes/${process}/channel-priority`, {
    channels: ['web', 'desk'],
    reason: `Besluit ${crypto.randomUUID()}`,
  });
  return colleague.latest(process);
}
const shows = (page: Page, version: number) =>
  page.getByRole('link', { name: `versie ${version}`, exact: true }).waitFor();
const allShow = (pages: Page[], version: number) => Promise.all(pages.map((page) => shows(page, version)));
const untilConnections = (count: number) =>
  until(
    () => connections.size === count,
    () => `${connections.size} connections for news, not ${count}`,
  );

describe('Ten windows of one browser', () => {
  it('on one process all show what a colleague saves, and can all still ask the service', async () => {
    await openProcess(windows[0]!, visit.url, PROCESS);
    while (windows.length < WINDOWS) {
      windows.push(await anotherWindow(windows[0]!));
      await openProcess(windows.at(-1)!, visit.url, PROCESS);
    }
    await allShow(windows, await decide());
    const statuses = await Promise.all(
      windows.map((page) => page.evaluate(`fetch('/api/v1/domains').then(({ status }) => status)`)),
    );
    expect(statuses).toEqual(Array(WINDOWS).fill(200));
    await untilConnections(1);
  });

  it('lose nothing when the window with the connection closes, each time', async () => {
    for (let closed = 0; closed < 3; closed++) {
      const [leaving] = windows.splice(0, 1);
      const [version] = await Promise.all([decide(), leaving!.close()]);
      await allShow(windows, version);
      await untilConnections(1);
    }
  });

  it('share it between pages and processes: each shows its own', async () => {
    const [overview, other, ...same] = windows as [Page, Page, ...Page[]];
    await overview.goto(visit.url);
    await openProcess(other, visit.url, OTHER);
    const asked: string[] = [];
    other.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const row = overview.getByRole('row').filter({ hasText: 'Omgevingsvergunning kap' });
    await row.waitFor();
    const administrator = asPerson(visit.url, 'beheerder');
    for (const [person, name] of [
      ['werkgroep-wmo', 'Marijke van Dalen'],
      ['procesverantwoordelijke', 'Anouk Verbruggen'],
    ] as const) {
      await administrator.put(`/processes/${PROCESS}/owner`, { person, reason: 'Zo is het afgesproken.' });
      await row.getByText(name).last().waitFor();
    }
    await allShow(same, await colleague.latest(PROCESS));
    await shows(other, await decide(OTHER));
    expect(asked).toContain(`/api/v1/processes/${OTHER}`);
    expect(asked).not.toContain(`/api/v1/processes/${PROCESS}`);
    await untilConnections(1);
    await openProcess(overview, visit.url, PROCESS);
    await openProcess(other, visit.url, PROCESS);
  });

  it('go on when the service starts again, and get what happened before they were back', async () => {
    await visit.restart();
    const version = await decide();
    await allShow(windows, version);
    await allShow(windows, await decide());
    await untilConnections(1);
  });

  it('get no news for somebody who signed out, nor for the person who signs in after them', async () => {
    const [leaving, staying] = windows as [Page, Page, ...Page[]];
    await show(staying, 'Stappenlijst');
    await renameStep(staying, 'Besluit nemen', 'Besluit van Fenna');
    await standing(staying).filter({ hasText: 'bewaard in deze browser' }).waitFor();
    const before = await colleague.latest(PROCESS);
    await leaving.getByRole('button', { name: 'Wissel van persoon' }).click();
    await staying.getByText('U bent niet meer aangemeld.', { exact: false }).waitFor();
    await untilConnections(0);
    await signIn(leaving, 'Anouk Verbruggen');
    const version = await decide();
    await shows(leaving, version);
    await untilConnections(1);
    await shows(staying, before);
    await staying.getByRole('button', { name: 'Weer aanmelden als Fenna Hoekstra' }).click();
    await shows(staying, version);
    await untilConnections(1);
  });
});

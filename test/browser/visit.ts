import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { afterEach, expect } from '@jest/globals';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { startService } from '../../apps/api/src/start-service.js';
import { atEnd } from '../at-end.js';
import { needsBuild } from '../needs-build.mjs';
import { PATIENCE_MS } from '../until.js';
import { launchChromium, launchWithProfile } from './chromium.js';

needsBuild('page');

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'EN-301-549'];
const WINDOW: BrowserContextOptions = {
  viewport: { width: 1366, height: 850 },
  locale: 'nl-NL',
  timezoneId: 'Europe/Amsterdam',
  acceptDownloads: true,
  reducedMotion: 'reduce',
  permissions: ['clipboard-read', 'clipboard-write'],
};
const TELL_BREACHES = `document.addEventListener('securitypolicyviolation', (event) =>
  console.error('CSP: ' + event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample))`;

/** The service with the generic processes, and a browser in which people sign in to it. */
export interface Visit {
  url: string;
  /** A page of that person's own browser window, signed in by choosing the name on the first page. */
  as(name: string): Promise<Page>;
  /**
   * A page of a new browser window in which nobody signed in yet; with a folder, of a browser of its own that
   * keeps everything there.
   */
  stranger(profile?: string): Promise<Page>;
  /** Stops the service, and starts it again on the same data at the same address. */
  restart(): Promise<void>;
}

/** Another window of the same browser: it shares sign-in and storage. */
export async function anotherWindow(page: Page): Promise<Page> {
  const window = await page.context().newPage();
  window.setDefaultTimeout(PATIENCE_MS);
  return window;
}

/**
 * What went wrong on any page so far: script errors, requests to elsewhere, breaches of the content security
 * policy.
 */
const complaints: string[] = [];
/** Addresses of services that were away for a while. Requests of the page may fail there. */
const restarts = new Set<string>();
afterEach(() => expect(complaints).toEqual([]));

/** Starts both, which stop by themselves after the last test of the file. */
export async function startVisit({ demoData = true } = {}): Promise<Visit> {
  const folder = mkdtempSync(join(tmpdir(), 'knipkaart-browser-'));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  let service = await startService({ port: 0, dataDir: folder, demoData }, () => {});
  atEnd(() => service.stop());
  const browser: Browser = await launchChromium();
  atEnd(() => browser.close());
  const stranger = async (profile?: string): Promise<Page> => {
    const context = profile ? await launchWithProfile(profile, WINDOW) : await browser.newContext(WINDOW);
    await listen(context, service.url);
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    return page;
  };
  return {
    url: service.url,
    stranger,
    restart: async () => {
      restarts.add(service.url);
      await service.stop();
      const port = Number(new URL(service.url).port);
      service = await startService({ port, dataDir: folder, demoData }, () => {});
    },
    as: async (name) => {
      const page = await stranger();
      await page.goto(service.url);
      await signIn(page, name);
      await page.getByRole('heading', { level: 1, name: 'Processen' }).waitFor();
      return page;
    },
  };
}

/** Chooses a name on the page that asks who one is. */
export const signIn = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name: new RegExp(name) }).click();

async function listen(context: BrowserContext, url: string): Promise<void> {
  await context.addInitScript({ content: TELL_BREACHES });
  context.on('console', (message) => {
    // A refusal that the page shows to the person is no mishap of the page.
    const expected = restarts.has(url) ? /status of (?:4\d\d|503)|net::ERR_/ : /status of 4\d\d/;
    if (message.type() === 'error' && !expected.test(message.text())) complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(error.error().message));
  context.on('request', (request) => {
    if (!new RegExp(`^(${url}/|data:|blob:|chrome:)`).test(request.url()))
      complaints.push(`Request to elsewhere: ${request.url()}`);
  });
}

/**
 * The rules of WCAG 2.2 AA that axe finds broken on the page as it is now, each with the first place.
 * @param within a CSS selector, where only what was opened over the page is to be looked at
 */
export async function breachesOfWcag(page: Page, within = 'html'): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include(within).withTags(WCAG).analyze();
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.length} ×, ${nodes[0]?.html.slice(0, 160)})`,
  );
}

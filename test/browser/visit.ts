import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startService } from '../../apps/api/src/server/start-service.js';
import { launchChromium } from './chromium.js';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'EN-301-549'];

/** The service with the generic processes, and a browser in which people sign in to it. */
export interface Visit {
  url: string;
  /** A page of that person's own browser window, signed in by choosing the name on the first page. */
  as(name: string): Promise<Page>;
  /** What went wrong on any page so far: script errors, failed requests, breaches of the content security policy. */
  complaints(): string[];
  stop(): Promise<void>;
}

export async function startVisit({ demoData = true } = {}): Promise<Visit> {
  const folder = mkdtempSync(join(tmpdir(), 'knipkaart-browser-'));
  const service = await startService({ port: 0, dataDir: folder, demoData }, () => {});
  const browser: Browser = await launchChromium();
  const complaints: string[] = [];
  return {
    url: service.url,
    as: async (name) => {
      const context = await browser.newContext({ viewport: { width: 1366, height: 850 }, locale: 'nl-NL', acceptDownloads: true, reducedMotion: 'reduce' });
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await listen(context, complaints);
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      await page.goto(service.url);
      await page.getByRole('button', { name: new RegExp(name) }).click();
      await page.getByRole('heading', { level: 1, name: 'Processen' }).waitFor();
      return page;
    },
    complaints: () => complaints,
    stop: async () => {
      await browser.close();
      await service.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function listen(context: BrowserContext, complaints: string[]): Promise<void> {
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => console.error(`CSP: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
  });
  context.on('console', (message) => {
    // A refusal that the page shows to the person is no mishap of the page.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(error.error().message));
}

/** The rules of WCAG 2.2 AA that axe finds broken on the page as it is now, each with the first place. */
export async function breachesOfWcag(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
  return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.length} ×, ${nodes[0]?.html.slice(0, 160)})`);
}

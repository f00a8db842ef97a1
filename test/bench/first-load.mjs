// What a browser fetches of scripts on a first visit, compressed: of the overview and of the editor.
import { gzipSync } from 'node:zlib';
import { launchChromium } from '../browser/chromium.ts';
import { startService } from './processes.mjs';

const PAGES = {
  overview: { name: 'the overview', path: '/', selector: 'main table, main section' },
  editor: { name: 'the editor', path: '/processen/kapvergunning', selector: '.knip-badge' },
};

/** @returns a row for each page */
export async function measure() {
  const service = await startService();
  const browser = await launchChromium();
  try {
    const rows = [];
    for (const [key, page] of Object.entries(PAGES))
      rows.push(row(key, page, await scriptsOf(browser, service, page)));
    return rows;
  } finally {
    await browser.close();
    await service.stop();
  }
}

function row(key, { name }, sizes) {
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  return {
    key: `first-load.${key}`,
    name: `scripts that a first visit to ${name} fetches`,
    detail: `${(bytes / 1024).toFixed(1)} KiB in ${sizes.length} files, compressed with gzip`,
    figures: { scripts: [bytes, 'bytes'], files: [sizes.length, 'files'] },
  };
}

/** @returns the compressed size of each script */
async function scriptsOf(browser, { url }, { path, selector }) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 850 } });
  await context.request.post(`${url}/api/v1/session`, {
    data: { person: 'werkgroep-vergunningen' },
    headers: { origin: url },
  });
  const page = await context.newPage();
  const scripts = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.body());
  });
  await page.goto(url + path);
  await page.locator(selector).first().waitFor({ state: 'attached' });
  await page.waitForLoadState('load');
  const sizes = (await Promise.all(scripts)).map((script) => gzipSync(script).length);
  await context.close();
  return sizes;
}

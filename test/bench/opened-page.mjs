// Opens pages in a real browser, each time in a window with an empty cache.
import { launchChromium } from '../browser/chromium.ts';
import { alternating, timed } from './alternating.mjs';

const ROUNDS = 9;
export const OPENED = `an empty cache each time, medians of ${ROUNDS}`;

/**
 * @param pages by name, each `{url, path, selectors}`; a page is open when every selector finds something
 * @returns milliseconds since the request, by the same names
 */
export async function openInTurn(pages) {
  const browser = await launchChromium();
  try {
    return await alternating(
      Object.fromEntries(Object.entries(pages).map(([name, page]) => [name, () => open(browser, page)])),
      { rounds: ROUNDS },
    );
  } finally {
    await browser.close();
  }
}

async function open(browser, { url, path, selectors }) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 850 } });
  await context.request.post(`${url}/api/v1/session`, {
    data: { person: 'werkgroep-vergunningen' },
    headers: { origin: url },
  });
  const page = await context.newPage();
  const took = await timed(async () => {
    await page.goto(url + path, { waitUntil: 'commit' });
    await Promise.all(
      selectors.map((selector) => page.locator(selector).first().waitFor({ state: 'attached' })),
    );
  });
  await context.close();
  return took;
}

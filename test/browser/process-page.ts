import type { Locator, Page } from 'playwright-core';
import { until } from '../until.js';

/** Width of the palette with its margin, in pixels. */
const PALETTE = 120;
/** The page may still be arranging itself, on a busy machine. */
const MOST_FITS = 10;
const MOST_CLICKS = 40;

/** The drawing of the process on screen. */
export const drawing = (page: Page): Locator => page.getByRole('region', { name: /^Tekening van / });

/** A shape or flow in the drawing, by its id. */
export const onCanvas = (page: Page, id: string): Locator =>
  drawing(page).locator(`.djs-element[data-element-id="${id}"]`);

/** Where decisions are taken. */
export const panel = (page: Page): Locator => page.getByRole('complementary', { name: 'Knip en afspraken' });

/** A part of the panel that is folded away until its heading is clicked. */
export const fold = (page: Page, title: string): Locator =>
  panel(page).locator('summary').filter({ hasText: title });

/** The line that says whether the drawing is saved. */
export const standing = (page: Page): Locator => page.locator('.save-standing');

/** Waits until the page says that the drawing is saved. @returns as which version */
export async function savedVersion(page: Page): Promise<number> {
  const said = standing(page).filter({ hasText: /Opgeslagen als versie \d+/ });
  await said.waitFor();
  return Number(/versie (\d+)/.exec((await said.textContent()) ?? '')?.[1]);
}

/** Opens a process and waits until its steps carry their marks. */
export async function openProcess(page: Page, url: string, id: string): Promise<void> {
  await page.goto(`${url}/processen/${id}`);
  await drawing(page).locator('.djs-shape').first().waitFor();
  await drawing(page).locator('.knip-badge').first().waitFor();
}

/**
 * The middle of an element in the drawing, in pixels of the window; what is out of sight is brought in view
 * first.
 */
export async function placeOf(page: Page, id: string): Promise<{ x: number; y: number }> {
  for (let fits = 0; fits < MOST_FITS; fits++) {
    const seen = await middleOf(page, id);
    if (seen) return seen;
    await page.getByRole('button', { name: 'Alles in beeld' }).click();
  }
  throw new Error(`${id} does not come in view`);
}

/** Absent where the element is outside of the drawing's window, or under the palette. */
async function middleOf(page: Page, id: string): Promise<{ x: number; y: number } | undefined> {
  const [box, window] = [await onCanvas(page, id).boundingBox(), await drawing(page).boundingBox()];
  if (!box || !window) return undefined;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const inside =
    x > window.x + PALETTE && x < window.x + window.width && y > window.y && y < window.y + window.height;
  return inside ? { x, y } : undefined;
}

/** Selects an element with the pointer. */
export const clickOn = (page: Page, id: string): Promise<void> =>
  pointAt(
    page,
    id,
    ({ x, y }) => page.mouse.click(x, y),
    drawing(page).locator(`.djs-element.selected[data-element-id="${id}"]`),
  );

/** Opens the box in which the name of an element is typed. */
export const openName = (page: Page, id: string): Promise<void> =>
  pointAt(
    page,
    id,
    ({ x, y }) => page.mouse.dblclick(x, y),
    drawing(page).locator('.djs-direct-editing-content'),
  );

/** Uses the pointer on an element; once more where the drawing moved under it meanwhile. */
async function pointAt(
  page: Page,
  id: string,
  use: (place: { x: number; y: number }) => Promise<void>,
  shows: Locator,
): Promise<void> {
  for (let times = 1; ; times++) {
    await use(await placeOf(page, id));
    try {
      return await shows.waitFor({ state: 'attached', timeout: 3_000 });
    } catch (error) {
      if (times === MOST_CLICKS) throw error;
    }
  }
}

/** Shows drawing, list or both. */
export const show = (page: Page, view: 'Tekening' | 'Stappenlijst' | 'Naast elkaar'): Promise<void> =>
  page.getByRole('group', { name: 'Weergave' }).getByRole('button', { name: view }).click();

/** The step list. */
export const list = (page: Page): Locator => page.getByRole('region', { name: 'Stappenlijst' });

/** One row of the step list. */
export const rowOf = (page: Page, step: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: step }) });

/** Waits until a field holds a text: the page shows a change a moment after the click. */
export const holds = (field: Locator, text: string): Promise<void> =>
  until(
    async () => (await field.inputValue()) === text,
    () => `The field never held ${JSON.stringify(text)}.`,
  );

/** Gives a step another name by way of the list, which must be on screen. */
export async function renameStep(page: Page, from: string, to: string): Promise<void> {
  await page.getByRole('button', { name: `${from} bewerken` }).click();
  const form = page.getByRole('group', { name: `${from} bewerken` });
  await form.getByRole('textbox', { name: 'Naam' }).fill(to);
  await form.getByRole('button', { name: 'Wijzigen' }).click();
  await rowOf(page, to).waitFor();
}

/**
 * Lets go of a file over the page, as from a folder on the desk.
 * @throws Error where the browser would leave the page for the file
 */
export async function drop(page: Page, name: string, content: string): Promise<void> {
  const opened = await page.evaluate<string[]>(`(() => {
    const dataTransfer = new DataTransfer();
    const file = new File([${JSON.stringify(content)}], ${JSON.stringify(name)}, { type: 'application/xml' });
    dataTransfer.items.add(file);
    const sent = (type) => new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer });
    const main = document.querySelector('main');
    main.dispatchEvent(sent('dragenter'));
    return ['dragover', 'drop'].filter((type) => main.dispatchEvent(sent(type)));
  })()`);
  if (opened.length > 0) throw new Error(`The browser opens the file itself (${opened.join(', ')}).`);
}

import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { until } from '../until.js';
import { saveDiagram } from './by-the-api.js';
import { clickOn, drawing, fold, holds, list, openProcess, panel, rowOf, show } from './process-page.js';
import { makeTwoLanes, withoutJudge, type Made } from './two-lanes.js';
import { ASSESS, FRONT, makeDecided, NEW, numbered, SEND } from './numbered-anew.js';
import { anotherWindow, breachesOfWcag, signIn, startVisit, type Visit } from './visit.js';

const WORDS = 'Omdat het vaak voorkomt.\nEn omdat de balie het kan.';
let visit: Visit;
let fenna: Page;
let anouk: Page;
let made: Made;

beforeAll(async () => {
  visit = await startVisit({ demoData: false });
  [fenna, anouk] = await Promise.all([visit.as('Fenna Hoekstra'), visit.as('Anouk Verbruggen')]);
});
beforeEach(async () => {
  made = await makeTwoLanes(visit.url, 'Getypt');
});

const open = (page: Page) => openProcess(page, visit.url, made.id);
/** The form of the panel that has this button. */
const form = (page: Page, button: string): Locator =>
  panel(page)
    .locator('form')
    .filter({ has: page.getByRole('button', { name: button, exact: true }) });
const reason = (page: Page, button: string): Locator =>
  form(page, button).getByRole('textbox', { name: 'Reden' });
const said = (page: Page, words: string): Locator => page.getByRole('status').filter({ hasText: words });
/** Unfolds a part of the panel, where it is not unfolded by itself. */
async function unfold(page: Page, title: string): Promise<void> {
  const heading = fold(page, title).first();
  await heading.waitFor();
  if ((await panel(page).locator('details[open] > summary').filter({ hasText: title }).count()) === 0)
    await heading.click();
}

const decideKnip = () =>
  made.colleague.put(`/processes/${made.id}/knips/Judge`, { side: 'back', reason: 'Vakwerk' });
const bind = () =>
  made.colleague.put(`/processes/${made.id}/bindings/Judge`, {
    by: 'BOA',
    source: 'Wet',
    reason: 'Zo is het',
  });

/** Every form of the panel: what has to be there, how to open it, and its button. */
const FORMS: {
  what: string;
  button: string;
  come: (page: Page) => Promise<void>;
  before?: () => Promise<void>;
}[] = [
  { what: 'a knip', button: 'Knip vastleggen', come: onStep() },
  {
    what: 'taking a knip back',
    button: 'Knip intrekken',
    come: onStep('Knip intrekken'),
    before: decideKnip,
  },
  {
    what: 'a binding',
    button: 'Binding vastleggen',
    come: onStep('Wettelijk gebonden', 'Binding vastleggen'),
  },
  {
    what: 'lifting a binding',
    button: 'Binding opheffen',
    come: onStep('Wettelijk gebonden', 'Binding opheffen'),
    before: bind,
  },
  {
    what: 'the channels of a step',
    button: 'Volgorde vastleggen',
    come: onStep('Kanalen van deze stap', 'Volgorde beslissen'),
  },
  {
    what: 'a data request',
    button: 'Gegevens vastleggen',
    come: onStep('Gegevens die deze stap vraagt', 'Gegevens vastleggen'),
  },
  {
    what: 'a hand-over',
    button: 'Afspraak vastleggen',
    come: async (page) => {
      await clickOn(page, 'Judge');
      await panel(page)
        .getByRole('button', { name: /Aannemen/ })
        .click();
    },
  },
  {
    what: 'the channels of the process',
    button: 'Volgorde vastleggen',
    come: (page) => unfold(page, 'Volgorde beslissen'),
  },
];

/** Selects the step, and unfolds these parts of the panel. */
function onStep(...parts: string[]): (page: Page) => Promise<void> {
  return async (page) => {
    await clickOn(page, 'Judge');
    for (const part of parts) await unfold(page, part);
  };
}

/** Waits until the browser keeps so many texts about the process. */
const untilKept = (page: Page, count: number): Promise<void> =>
  until(
    async () =>
      ((await page.evaluate(KEPT_ABOUT)) as string[]).filter((id) => id === made.id).length === count,
    () => `The browser does not keep ${count} texts.`,
  );
/** The process of every text that the browser keeps. */
const KEPT_ABOUT = `new Promise((resolve) => {
  const opening = indexedDB.open('knipkaart-typed', 1);
  opening.onsuccess = () => {
    const asking = opening.result.transaction('typed').objectStore('typed').getAll();
    asking.onsuccess = () => {
      opening.result.close();
      resolve(asking.result.map(({ process }) => process));
    };
  };
})`;

describe('What was typed and not recorded', () => {
  it.each(FORMS)(
    'of $what survives a reload, and goes when it is given up',
    async ({ button, come, before }) => {
      await before?.();
      await open(anouk);
      await come(anouk);
      await reason(anouk, button).fill(WORDS);
      await untilKept(anouk, 1);
      await anouk.reload();
      await open(anouk);
      await come(anouk);
      await holds(reason(anouk, button), WORDS);
      await form(anouk, button).getByRole('button', { name: 'Invoer wissen' }).click();
      await untilKept(anouk, 0);
      await anouk.reload();
      await open(anouk);
      await come(anouk);
      await holds(reason(anouk, button), '');
    },
  );

  it('is named on the process after a reload, with the way to it', async () => {
    await open(fenna);
    await clickOn(fenna, 'Judge');
    await reason(fenna, 'Knip vastleggen').fill(WORDS);
    await untilKept(fenna, 1);
    await open(fenna);
    const notice = said(fenna, 'U had iets getypt bij “Beoordelen” dat nog niet is vastgelegd');
    await notice.getByRole('button', { name: 'Verder typen' }).click();
    await notice.waitFor({ state: 'detached' });
    await holds(reason(fenna, 'Knip vastleggen'), WORDS);
  });

  it('goes when it is recorded', async () => {
    await open(fenna);
    await clickOn(fenna, 'Judge');
    await reason(fenna, 'Knip vastleggen').fill(WORDS);
    await panel(fenna)
      .getByRole('radio', { name: /backoffice/ })
      .check();
    await panel(fenna).getByRole('button', { name: 'Knip vastleggen' }).click();
    await panel(fenna)
      .getByText(/Vastgelegd als versie 3/)
      .waitFor();
    await untilKept(fenna, 0);
    await open(fenna);
    await clickOn(fenna, 'Judge');
    await unfold(fenna, 'Opnieuw beslissen');
    await holds(reason(fenna, 'Knip vastleggen'), '');
    expect(await fenna.getByText(/U had iets getypt/).count()).toBe(0);
  });

  it('is said, and can be copied, when a colleague deletes its step', async () => {
    await open(fenna);
    await clickOn(fenna, 'Judge');
    await reason(fenna, 'Knip vastleggen').fill(WORDS);
    await saveDiagram(made.colleague, made.id, withoutJudge);
    const notice = said(fenna, 'U had iets getypt bij “Beoordelen”, en die plek is er niet meer.');
    await notice.getByText('En omdat de balie het kan.', { exact: false }).waitFor();
    expect(await breachesOfWcag(fenna)).toEqual([]);
    await notice.getByRole('button', { name: 'Tekst kopiëren' }).click();
    await notice.getByText('✓ Gekopieerd.').waitFor();
    expect(await fenna.evaluate('navigator.clipboard.readText()')).toBe(WORDS);
    await untilKept(fenna, 1);
    await fenna.reload();
    await notice.waitFor();
    await notice.getByRole('button', { name: 'Tekst weggooien' }).click();
    await notice.waitFor({ state: 'detached' });
  });

  it('is said when it can no longer be recorded: the knip was taken back, or the process retired', async () => {
    await decideKnip();
    await open(fenna);
    await clickOn(fenna, 'Judge');
    await unfold(fenna, 'Knip intrekken');
    await reason(fenna, 'Knip intrekken').fill(WORDS);
    await made.colleague.post(`/processes/${made.id}/knips/Judge/withdrawal`, { reason: 'Ook zo' });
    const notice = said(fenna, 'U had iets getypt bij “Beoordelen”. Dat kan nu niet meer worden vastgelegd.');
    await notice.waitFor();
    await reason(fenna, 'Knip vastleggen').fill('Andere woorden');
    await made.colleague.post(`/processes/${made.id}/retirement`, { reason: 'Weg' });
    await notice.getByText('Andere woorden').waitFor();
    expect(await notice.count()).toBe(2);
  });

  it('stays with its own person', async () => {
    await open(fenna);
    await clickOn(fenna, 'Judge');
    await reason(fenna, 'Knip vastleggen').fill(WORDS);
    await fenna.getByRole('button', { name: 'Wissel van persoon' }).click();
    await signIn(fenna, 'Anouk Verbruggen');
    await clickOn(fenna, 'Judge');
    await holds(reason(fenna, 'Knip vastleggen'), '');
    await fenna.getByRole('button', { name: 'Wissel van persoon' }).click();
    await signIn(fenna, 'Fenna Hoekstra');
    await clickOn(fenna, 'Judge');
    await holds(reason(fenna, 'Knip vastleggen'), WORDS);
  });

  it.each([
    ['Hernoemen', 'Reden'],
    ['Buiten gebruik stellen', 'Reden'],
  ])('in the question “%s” is there when it is asked again, until it is given up', async (item, field) => {
    const ask = async () => {
      await anouk.getByRole('button', { name: 'Meer over Getypt' }).click();
      await anouk.getByRole('button', { name: `${item}…` }).click();
      return anouk.getByRole('dialog').getByRole('textbox', { name: field });
    };
    await open(anouk);
    await (await ask()).fill(WORDS);
    await untilKept(anouk, 1);
    await anouk.keyboard.press('Escape');
    await anouk.reload();
    await open(anouk);
    await holds(await ask(), WORDS);
    await anouk.getByRole('dialog').getByRole('button', { name: 'Annuleren' }).click();
    await holds(await ask(), '');
  });

  it('of a milestone and of a note with a save is there after a reload', async () => {
    const name = async () => {
      await anouk.goto(`${visit.url}/processen/${made.id}/geschiedenis`);
      await anouk.getByRole('button', { name: 'Versie een naam geven' }).click();
      return anouk.getByRole('dialog').getByRole('textbox', { name: 'Naam' });
    };
    await (await name()).fill('Voor de raad');
    await untilKept(anouk, 1);
    await holds(await name(), 'Voor de raad');
    const note = async () => {
      await open(anouk);
      await show(anouk, 'Tekening');
      await anouk.getByRole('button', { name: 'Opslaan met opmerking' }).click();
      return anouk.getByRole('textbox', { name: /^Opmerking bij deze versie/ });
    };
    await (await note()).fill('Zoals besproken');
    await untilKept(anouk, 2);
    await holds(await note(), 'Zoals besproken');
  });
});

describe('What was typed at a step, when a colleague gives other numbers to the steps,', () => {
  const heading = (name: string) => panel(fenna).getByRole('heading', { level: 2, name, exact: true });
  const saves = (xml: string, ids: 'follow' | 'keep') =>
    made.colleague.put(`/processes/${made.id}/diagram`, xml, { 'If-Match': '"7"', Ids: ids });
  const focused = () => fenna.evaluate<string>('document.activeElement?.value');
  beforeEach(async () => {
    made = await makeDecided(visit.url, 'Nummers');
    await open(fenna);
    await clickOn(fenna, 'T3');
    await heading(SEND).waitFor();
    await reason(fenna, 'Knip vastleggen').fill(WORDS);
    await untilKept(fenna, 1);
  });
  afterEach(async () => {
    await open(fenna);
    for (const button of await fenna.getByRole('button', { name: 'Tekst weggooien' }).all())
      await button.click();
    await untilKept(fenna, 0);
  });

  it.each(['follow', 'keep'] as const)('goes along with its step, and stays in hand (%s)', async (ids) => {
    await saves(NEW, ids);
    await drawing(fenna).getByText('Identiteit vaststellen').first().waitFor();
    await heading(SEND).waitFor();
    await holds(reason(fenna, 'Knip vastleggen'), WORDS);
    expect(await focused()).toBe(WORDS);
    await clickOn(fenna, 'T3');
    await heading(ASSESS).waitFor();
    expect(await panel(fenna).getByText('En omdat de balie het kan.').count()).toBe(0);
    for (const box of await panel(fenna).getByRole('textbox', { name: 'Reden' }).all()) await holds(box, '');
    await open(fenna);
    await said(fenna, `U had iets getypt bij “${SEND}” dat nog niet is vastgelegd`)
      .getByRole('button', { name: 'Verder typen' })
      .click();
    await heading(SEND).waitFor();
    await holds(reason(fenna, 'Knip vastleggen'), WORDS);
    await open(fenna);
  });

  it('is named with its text when its step is gone, and is not at the step that has its number', async () => {
    await saves(numbered('Identiteit vaststellen', FRONT, ASSESS), 'follow');
    const notice = said(fenna, `U had iets getypt bij “${SEND}”, en die plek is er niet meer.`);
    await notice.getByText('En omdat de balie het kan.', { exact: false }).waitFor();
    await clickOn(fenna, 'T3');
    await heading(ASSESS).waitFor();
    await unfold(fenna, 'Opnieuw beslissen');
    await holds(reason(fenna, 'Knip vastleggen'), '');
  });
});

describe('What was typed in the step list', () => {
  const LIST: {
    what: string;
    about: string;
    come: (page: Page) => Promise<Locator>;
  }[] = [
    {
      what: 'the name of a step',
      about: 'Beoordelen',
      come: async (page) => {
        await show(page, 'Stappenlijst');
        await page.getByRole('button', { name: 'Beoordelen bewerken' }).click();
        return list(page).getByRole('group', { name: 'Beoordelen bewerken' });
      },
    },
    {
      what: 'a new step',
      about: 'Stap toevoegen',
      come: async (page) => {
        await show(page, 'Stappenlijst');
        await page.getByRole('button', { name: 'Stap toevoegen' }).click();
        return list(page).getByRole('form', { name: 'Stap toevoegen' });
      },
    },
  ];
  const name = (page: Page) => list(page).getByRole('textbox', { name: 'Naam', exact: true });
  const type = async (come: (typeof LIST)[number]['come']) => {
    await open(fenna);
    await (await come(fenna)).getByRole('textbox', { name: 'Naam' }).fill('Half getypt');
    await untilKept(fenna, 1);
  };
  const goesOn = async (about: string) => {
    const notice = said(fenna, `U had iets getypt bij “${about}” dat nog niet is vastgelegd`);
    await notice.getByRole('button', { name: 'Verder typen' }).click();
    await notice.waitFor({ state: 'detached' });
    await holds(name(fenna), 'Half getypt');
    expect(await fenna.evaluate('document.activeElement?.value')).toBe('Half getypt');
  };
  afterEach(async () => {
    await open(fenna);
    for (const button of await fenna.getByRole('button', { name: 'Tekst weggooien' }).all())
      await button.click();
    await untilKept(fenna, 0);
  });

  it.each(LIST)('of $what survives a reload, leaving the page and signing out', async ({ about, come }) => {
    await type(come);
    await open(fenna);
    await goesOn(about);
    expect(await breachesOfWcag(fenna)).toEqual([]);
    await fenna.getByRole('link', { name: 'Overzicht' }).click();
    await fenna.getByRole('link', { name: 'Getypt' }).first().waitFor();
    await fenna.goBack();
    await goesOn(about);
    await fenna.getByRole('button', { name: 'Wissel van persoon' }).click();
    await signIn(fenna, 'Fenna Hoekstra');
    await goesOn(about);
  });

  it.each(LIST)(
    'of $what stays when a colleague saves, and is named when the right is lost',
    async (form) => {
      await type(form.come);
      await saveDiagram(made.colleague, made.id, (xml) =>
        xml.replace('name="Besluiten"', 'name="Beslissen"'),
      );
      await rowOf(fenna, 'Beslissen').waitFor();
      await holds(name(fenna), 'Half getypt');
      await made.colleague.post(`/processes/${made.id}/retirement`, { reason: 'Weg' });
      const closed = `U had iets getypt bij “${form.about}”. Dat kan nu niet meer worden vastgelegd.`;
      await said(fenna, closed).getByText('Half getypt').waitFor();
    },
  );

  it('goes when it is done or given up', async () => {
    await type(LIST[0]!.come);
    await list(fenna).getByRole('button', { name: 'Invoer wissen' }).click();
    await holds(name(fenna), 'Beoordelen');
    await untilKept(fenna, 0);
    await name(fenna).fill('Wegen');
    await list(fenna).getByRole('button', { name: 'Wijzigen' }).click();
    await rowOf(fenna, 'Wegen').waitFor();
    await untilKept(fenna, 0);
    const add = await LIST[1]!.come(fenna);
    await add.getByRole('textbox', { name: 'Naam' }).fill('Half');
    await untilKept(fenna, 1);
    await add.getByRole('button', { name: 'Annuleren' }).click();
    await untilKept(fenna, 0);
  });
});

describe('What one person typed in the same form in two windows', () => {
  it('is kept twice: both can be seen, told apart and thrown away', async () => {
    const second = await anotherWindow(fenna);
    for (const [page, words] of [
      [fenna, 'In het eerste venster'],
      [second, 'In het tweede venster'],
    ] as const) {
      await open(page);
      await clickOn(page, 'Judge');
      await reason(page, 'Knip vastleggen').fill(words);
    }
    await untilKept(fenna, 2);
    await fenna.reload();
    await open(fenna);
    await clickOn(fenna, 'Judge');
    await holds(reason(fenna, 'Knip vastleggen'), 'In het eerste venster');
    await holds(reason(second, 'Knip vastleggen'), 'In het tweede venster');
    await second.close();
    const beside = (words: string) =>
      said(fenna, 'In een ander venster typte u bij “Beoordelen” een andere tekst').filter({
        hasText: words,
      });
    await beside('In het tweede venster').waitFor();
    expect(await breachesOfWcag(fenna)).toEqual([]);
    await beside('In het tweede venster').getByRole('button', { name: 'Met deze tekst verder' }).click();
    await beside('In het eerste venster').waitFor();
    await holds(reason(fenna, 'Knip vastleggen'), 'In het tweede venster');
    await beside('In het eerste venster').getByRole('button', { name: 'Tekst weggooien' }).click();
    await beside('').waitFor({ state: 'detached' });
    await form(fenna, 'Knip vastleggen').getByRole('button', { name: 'Invoer wissen' }).click();
    await untilKept(fenna, 0);
  });
});

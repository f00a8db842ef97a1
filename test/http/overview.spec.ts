import { beforeAll, describe, expect, it } from '@jest/globals';
import type { DomainAnswer, Page, ProcessItem } from '#contract';
import { startApp, type TestApp } from './start-app.js';

const NAMES: [name: string, domain: string][] = [
  ['Éénmalige bijstand', 'soza'],
  ['Kapvergunning', 'vergunningen'],
  ['Geïndiceerd vervoer', 'wmo'],
  ['Zwemvergunning', 'vergunningen'],
];

describe('The overview over HTTP', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
    const owner = app.as('procesverantwoordelijke');
    for (const [name, domain] of NAMES) await owner.post('/processes').send({ name, domain }).expect(201);
    const id = await app.process({ domain: 'burgerzaken' });
    await owner
      .put(`/processes/${id}/knips/Toetsen`)
      .send({ side: 'front', reason: 'De balie kan dit.' })
      .expect(200);
    await owner.patch(`/processes/${id}`).send({ name: 'Paspoort', reason: 'Juiste naam.' }).expect(200);
    const gone = await owner.post('/processes').send({ name: 'Afgeschaft', domain: 'wmo' }).expect(201);
    await owner
      .post(`/processes/${(gone.body as { id: string }).id}/retirement`)
      .send({ reason: 'Bestaat niet meer.' })
      .expect(200);
  });
  const list = async (query = '') =>
    (await app.as('auditor').get(`/processes${query}`).expect(200)).body as Page<ProcessItem>;
  const names = async (query: string) => (await list(query)).items.map((item) => item.name);

  it('lists the processes by name, retired ones only when asked', async () => {
    const sorted = [
      'Éénmalige bijstand',
      'Geïndiceerd vervoer',
      'Kapvergunning',
      'Paspoort',
      'Zwemvergunning',
    ];
    expect(await names('')).toEqual(sorted);
    expect(await names('?retired=true')).toEqual(['Afgeschaft', ...sorted]);
  });

  it('tells numbers and what happened last', async () => {
    const [item] = (await list('?domain=burgerzaken')).items;
    expect(item).toMatchObject({
      name: 'Paspoort',
      version: 4,
      retired: false,
      counts: { front: 3, back: 0, undecided: 2, handovers: 0 },
      last: {
        version: 4,
        type: 'ProcessRenamed',
        name: 'Paspoort',
        reason: 'Juiste naam.',
        actor: { name: 'Anouk Verbruggen' },
      },
    });
  });

  it('is searched without regard to capitals and accents, and filtered by domain', async () => {
    expect(await names('?q=geindiceerd')).toEqual(['Geïndiceerd vervoer']);
    expect(await names('?q=VERGUNNING')).toEqual(['Kapvergunning', 'Zwemvergunning']);
    expect(await names('?q=bij+eenmalig')).toEqual(['Éénmalige bijstand']);
    expect(await names(`?q=${encodeURIComponent('100%_')}`)).toEqual([]);
    expect(await names('?domain=vergunningen&q=zwem')).toEqual(['Zwemvergunning']);
    expect(await names(`?q=${'eenmalige+bijstand+'.repeat(9)}een+een+een`)).toEqual(['Éénmalige bijstand']);
    expect(await names('?q=e+i+b+n+d+s+t+a+l+m')).toEqual(['Éénmalige bijstand']);
  });

  it('counts a step on the side that the law binds it to, whatever its lane and its knip say', async () => {
    const owner = app.as('procesverantwoordelijke');
    const id = await app.process({ domain: 'wmo' });
    const counts = async () => {
      const { items } = await list('?domain=wmo&q=kap');
      return items[0]?.counts;
    };
    expect(await counts()).toMatchObject({ front: 2, back: 1, handovers: 2 });
    const bind = (side: string) =>
      owner
        .put(`/processes/${id}/bindings/Aannemen`)
        .send({ side, source: 'Awb', reason: 'Zo staat het in de wet.' })
        .expect(200);
    await bind('back');
    expect(await counts()).toMatchObject({ front: 1, back: 2, handovers: 1 });
    await bind('front');
    expect(await counts()).toMatchObject({ front: 2, back: 1, handovers: 2 });
    await owner.post(`/processes/${id}/retirement`).send({ reason: 'Bestaat niet meer.' }).expect(200);
  });

  it('comes in pages without gaps', async () => {
    const seen: string[] = [];
    for (let query: string | undefined = '?limit=2'; query; ) {
      const page = await list(query);
      seen.push(...page.items.map((item) => item.name));
      query = page.next && `?limit=2&after=${page.next}`;
    }
    expect(seen).toEqual(await names(''));
    const { items } = await list(`?limit=${seen.length}`);
    expect(items).toHaveLength(seen.length);
    expect(await list(`?limit=${seen.length}`)).not.toHaveProperty('next');
    expect((await list(`?limit=${seen.length - 1}`)).next).toBeDefined();
  });

  it('refuses parameters that make no sense', async () => {
    const { body } = await app
      .as('auditor')
      .get('/processes?limit=0&after=x&retired=maybe&sort=name')
      .expect(400);
    expect((body as { errors: { field: string }[] }).errors.map((error) => error.field).sort()).toEqual([
      'after',
      'limit',
      'retired',
      'sort',
    ]);
    const words = await app.as('auditor').get('/processes?q=a+b+c+d+e+f+g+h+i+j+k').expect(400);
    expect(words.body).toMatchObject({
      errors: [{ field: 'q', message: expect.stringContaining('10 woorden') }],
    });
  });

  it('counts the processes of each domain, retired ones left out', async () => {
    const { items } = (await app.as('auditor').get('/domains').expect(200)).body as { items: DomainAnswer[] };
    expect(items.map(({ id, processes }) => [id, processes])).toEqual([
      ['vergunningen', 2],
      ['soza', 1],
      ['wmo', 1],
      ['burgerzaken', 1],
    ]);
    expect(items[3]).toMatchObject({
      name: 'Burgerzaken',
      counts: { front: 3, back: 0, unknown: 0, undecided: 2, handovers: 0 },
    });
    await app.as().get('/domains').expect(401);
    await app.as('auditor').get('/domains?x=1').expect(400);
  });

  it('tells of each process its owner by name, its kind of case, and whether it is retired', async () => {
    const own = await startApp();
    const owner = own.as('procesverantwoordelijke');
    const none = { processes: 0, counts: { front: 0, back: 0, unknown: 0, undecided: 0, handovers: 0 } };
    const domains = ((await own.as('auditor').get('/domains').expect(200)).body as { items: object[] }).items;
    expect(domains).toEqual(domains.map(() => expect.objectContaining(none)));
    const make = async (name: string, more: object = {}) => {
      const said = { name, domain: 'wmo', ...more };
      return ((await owner.post('/processes').send(said).expect(201)).body as { id: string }).id;
    };
    const [one, , three] = [
      await make('Gelijk', { caseType: 'B0001' }),
      await make('Gelijk'),
      await make('Gelijk'),
    ];
    await own
      .as('beheerder')
      .put(`/processes/${one}/owner`)
      .send({ person: 'werkgroep-wmo', reason: 'Zij kennen het.' })
      .expect(200);
    await owner.post(`/processes/${three}/retirement`).send({ reason: 'Dubbel.' }).expect(200);
    const { items } = (await own.as('auditor').get('/processes?retired=true').expect(200))
      .body as Page<ProcessItem>;
    const shown = new Map(items.map((item) => [item.id, item]));
    expect(shown.get(one)).toMatchObject({
      owner: { id: 'werkgroep-wmo', name: 'Marijke van Dalen' },
      caseType: 'B0001',
      retired: false,
    });
    expect(shown.get(three)).toMatchObject({ retired: true });
    expect(shown.get(three)).not.toHaveProperty('owner');
    expect(shown.get(three)).not.toHaveProperty('caseType');
    // Of one name, and still each on a page of its own.
    const seen: string[] = [];
    for (let query: string | undefined = '?limit=1&retired=true'; query; ) {
      const page = (await own.as('auditor').get(`/processes${query}`).expect(200)).body as Page<ProcessItem>;
      seen.push(...page.items.map(({ id }) => id));
      query = page.next && `?limit=1&retired=true&after=${page.next}`;
    }
    expect(seen).toEqual(items.map(({ id }) => id));
    expect(new Set(seen).size).toBe(3);
    const count = async (query: string) => {
      const { body } = await own.as('auditor').get(`/processes${query}`).expect(200);
      return (body as Page<ProcessItem>).items.length;
    };
    expect([await count('?retired=false'), await count('')]).toEqual([2, 2]);
    for (let more = 0; more < 12; more += 1) await make(`Nog ${more}`);
    expect(await count('')).toBe(14);
    for (const mark of ['["a",1]', '[1,"a"]', '["a"]', '{}', 'null', 'x'])
      await own
        .as('auditor')
        .get(`/processes?after=${Buffer.from(mark).toString('base64url')}`)
        .expect(400);
  });
});

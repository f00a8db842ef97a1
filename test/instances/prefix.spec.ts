import { expect, it } from '@jest/globals';
import { atEnd } from '../at-end.js';
import { describeOnDouble } from '../eventstoredb/describe-on-double.js';
import { startDouble } from '../eventstoredb/double.mjs';
import { startInstance } from './start-instance.js';

describeOnDouble('Instances of several municipalities on one server', () => {
  it('each show only what stands under their own EVENTSTORE_PREFIX', async () => {
    const double = await startDouble();
    atEnd(() => double.stop());
    const prefixes = ['', 'gemeente1.', 'gemeente2.'];
    const instances = await Promise.all(
      prefixes.map((EVENTSTORE_PREFIX) => startInstance(double.url, undefined, { EVENTSTORE_PREFIX })),
    );
    for (const [index, instance] of instances.entries())
      await instance
        .as('werkgroep-vergunningen')
        .post('/processes')
        .send({ name: `Kapvergunning ${index}`, domain: 'vergunningen' })
        .expect(201);
    for (const [index, instance] of instances.entries()) {
      await instance.http().get('/health/ready').expect(200);
      const { body } = await instance.as('auditor').get('/processes').expect(200);
      expect((body as { items: { name: string }[] }).items.map(({ name }) => name)).toEqual([
        `Kapvergunning ${index}`,
      ]);
    }
  });
});

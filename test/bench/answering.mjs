// The other end of `startWorker`: does what the benchmark asks for, one order after the other.

/** @param orders by name; each may answer with anything that can be sent */
export function answer(orders) {
  process.on('message', async ({ name, values }) => {
    try {
      process.send({ result: await orders[name](...values) });
    } catch (error) {
      process.send({ failure: error instanceof Error ? error.stack : String(error) });
    }
  });
  process.on('disconnect', () => process.exit());
  process.send({ result: 'ready' });
}

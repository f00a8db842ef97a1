// The other end of `startWorker`: carries out the orders of the benchmark, one after the other.

/** @param orders functions by name; each may return anything that can be sent between processes */
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

/**
 * Ends a test run with one plain line, so that a person and a script read the same count; after the summary,
 * which jest puts last.
 */
export default class ClosingLine {
  onRunComplete(_, { numPassedTests, numFailedTests, numPendingTests }) {
    const skipped = numPendingTests ? `, ${numPendingTests} skipped` : '';
    process.once('exit', () =>
      process.stderr.write(`${numPassedTests} passed, ${numFailedTests} failed${skipped}\n`),
    );
  }
}

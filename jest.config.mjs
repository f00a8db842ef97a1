/** Tests run on the TypeScript sources as ES modules; `npm test` checks the types first. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  // For tests and hooks alike, on a machine that does much else: it only ends what would hang for ever.
  testTimeout: 300_000,
  // Many tests wait for other processes, so no core is left idle; those that share a real server and its log
  // run one after the other.
  maxWorkers: process.env.EVENTSTORE_URL ? 1 : '100%',
  // A busy machine takes longer than jest's half second to end a process that has nothing left to do. So what
  // jest still says about a worker that "failed to exit gracefully" is about something that was left open.
  workerGracefulExitTimeout: 60_000,
  reporters: ['default', '<rootDir>/test/closing-line.mjs'],
  transform: { '^.+\\.ts$': ['ts-jest', { useESM: true, diagnostics: false }] },
};

/** One configuration for every workspace: sources run as they are, through the export condition `source`. */
const shared = {
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2022',
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'es6' },
      },
    ],
  },
};

const suite = (displayName, testMatch) => ({ ...shared, displayName, testMatch });

const ON_SERVERS = [
  '<rootDir>/gateway/src/{app,http/read-routes}.test.ts',
  '<rootDir>/gateway/src/{restart,authority/guarded-read,consequences/waste-demands,epcis/capture-restart,epcis/epcis-routes}.test.ts',
  '<rootDir>/gateway/src/{mandates/mandate-routes,session/sessions,shared/shared}.test.ts',
  '<rootDir>/gateway/src/{documents/leaf-files,epcis/own-acts/story-events,telemetry/export-routes,trace/closure-routes}.test.ts',
];

export default {
  projects: [
    suite('unit', ['<rootDir>/{chaincode,identity,network,gateway,apps,bin}/**/*.test.{ts,tsx}']),
    // Suites that start a whole gateway, once more on PostgreSQL and Redis.
    { ...suite('servers', ON_SERVERS), globals: { YAOSU_PAIR: 'servers' } },
    suite('system', ['<rootDir>/tests/!(fabric)/**/*.test.ts']),
    // Real Fabric networks; skipped where its commands are not found.
    suite('fabric', ['<rootDir>/tests/fabric/**/*.test.ts']),
    // Part of verify:full alone.
    suite('long', ['<rootDir>/tests/**/*.long.ts']),
  ],
  testTimeout: 60_000,
};

/** One configuration for every workspace: sources run as they are, through the export condition `source`, and suites in
 * the realm of their worker. */
const shared = {
  runtime: '<rootDir>/bin/jest/native-modules.cjs',
  testEnvironment: '<rootDir>/bin/jest/one-realm.mjs',
  transform: {},
  // Copies of workspaces that a network's folder holds are none of them.
  modulePathIgnorePatterns: ['<rootDir>/data'],
};

const suite = (displayName, testMatch) => ({ ...shared, displayName, testMatch });

const ON_SERVERS = [
  '<rootDir>/gateway/src/{app,http/read-routes}.test.ts',
  '<rootDir>/gateway/src/{restart,authority/guarded-read,consequences/waste-demands,epcis/capture-restart,epcis/epcis-routes}.test.ts',
  '<rootDir>/gateway/src/{mandates/mandate-routes,session/sessions,shared/shared,waiting/waiting}.test.ts',
  '<rootDir>/gateway/src/{documents/leaf-files,epcis/own-acts/story-events,telemetry/export-routes,trace/closure-routes}.test.ts',
];

/** Folders of `tests` about what a gateway answers. */
const OF_GATEWAYS = 'bad-input|rights-of-reads';

/** Models, both apps, networks, contracts and whole servers on the embedded ledger; what has no stage of its own. */
const UNIT = [
  '<rootDir>/{chaincode,identity,network,apps,bin}/**/*.test.{ts,tsx}',
  `<rootDir>/tests/!(${OF_GATEWAYS}|browser|fabric|neighbours)/**/*.test.ts`,
];

/** Gateways on PGlite. */
const GATEWAY = ['<rootDir>/gateway/**/*.test.ts', `<rootDir>/tests/@(${OF_GATEWAYS})/**/*.test.ts`];

export default {
  projects: [
    suite('unit', UNIT),
    suite('gateway', GATEWAY),
    // The ones that speak to the database most, once more on PostgreSQL and Redis.
    { ...suite('servers', ON_SERVERS), globals: { YAOSU_PAIR: 'servers' } },
    suite('chromium', ['<rootDir>/tests/browser/**/*.test.ts']),
    // Networks of several organisations: their gateways, and real Fabric, which is skipped where its commands are not found.
    suite('fabric', ['<rootDir>/tests/{fabric,neighbours}/**/*.test.ts']),
    // Part of verify:full alone.
    suite('long', ['<rootDir>/tests/**/*.long.ts']),
  ],
  testSequencer: '<rootDir>/bin/jest/longest-first.mjs',
  // A backstop: journeys give up on the first answer that takes half a minute.
  testTimeout: 120_000,
};

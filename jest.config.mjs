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

export default {
  projects: [
    suite('unit', ['<rootDir>/{chaincode,identity,network,gateway,apps,bin}/**/*.test.{ts,tsx}']),
    suite('system', ['<rootDir>/tests/**/*.test.ts']),
  ],
  testTimeout: 60_000,
};

import importX from 'eslint-plugin-import-x';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import tseslint from 'typescript-eslint';

/** Folder → folders that it may not import from (docs/architecture.md, "Who may import whom"). */
const FORBIDDEN = {
  './chaincode': ['./identity', './network', './gateway', './apps', './tests'],
  './identity': ['./network', './gateway', './apps', './tests'],
  './network': ['./gateway', './apps', './tests'],
  './gateway': ['./apps', './tests'],
  './apps/portal': [
    './network',
    './apps/mobile',
    './tests',
    './gateway/!(src)/**',
    './chaincode/src/{contracts,ledger}/**',
  ],
  './apps/mobile': ['./network', './apps/portal', './tests', './chaincode/src/{contracts,ledger}/**'],
  './chaincode/src/model': ['./chaincode/src/{contracts,ledger,rules,signing}/**'],
  './chaincode/src/rules': ['./chaincode/src/{contracts,ledger}/**'],
  './chaincode/src/signing': ['./chaincode/src/{contracts,ledger}/**'],
  './chaincode/src/ledger': ['./chaincode/src/contracts'],
  './gateway/src/api': ['./gateway/src/!(api)/**'],
};

const zones = Object.entries(FORBIDDEN).flatMap(([target, sources]) =>
  sources.map((from) => ({ target, from })),
);

/** One program for nearly everything: with a program a workspace, shared sources are checked once in each. */
const PROGRAMS = [
  './tsconfig.lint.json',
  './gateway/src/api/browser/tsconfig.json',
  './apps/mobile/src/worker/tsconfig.json',
];

/** Where the outside world may be touched: everything else takes it as a port. */
const AMBIENT = [
  { name: 'Date', message: 'Take a Clock port.' },
  { name: 'setTimeout', message: 'Take a schedule port.' },
  { name: 'setInterval', message: 'Take a schedule port.' },
];

/** What has names has them in a table of constants. */
const NO_ENUM = { selector: 'TSEnumDeclaration', message: 'Write a table of constants.' };

export default tseslint.config(
  {
    ignores: ['**/dist/**', '**/node_modules/**', '.cache/**', 'data/**', 'data-network/**', 'artifacts/**'],
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { project: PROGRAMS, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [
        createTypeScriptImportResolver({
          noWarnOnMultipleProjects: true,
          conditionNames: ['source', 'types', 'import', 'node', 'default'],
          project: ['chaincode', 'identity', 'network', 'gateway', 'apps/*', 'tests', 'bench'].map(
            (w) => `${w}/tsconfig.json`,
          ),
        }),
      ],
    },
    rules: {
      complexity: ['error', 10],
      'max-lines': ['error', { max: 250 }],
      'max-lines-per-function': ['error', { max: 60, skipComments: true }],
      'import-x/no-cycle': 'error',
      'import-x/no-default-export': 'error',
      'import-x/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      'no-restricted-syntax': ['error', NO_ENUM],
      // Asks for every type once more, for enums that there are not.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      // fabric-contract-api and fabric-shim each declare the stub; they are one object at run time.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    },
  },
  {
    files: ['chaincode/src/**/*.ts', 'gateway/src/**/*.ts'],
    ignores: ['**/*.test.ts', 'gateway/src/{ports,main,config,cli}.ts', 'gateway/src/testing/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...AMBIENT.slice(1),
        { name: 'process', message: 'Read it in config.ts.' },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Take a Clock port.' },
        { object: 'Math', property: 'random', message: 'Take a random port.' },
      ],
      'no-restricted-syntax': [
        'error',
        NO_ENUM,
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Take a Clock port.' },
      ],
    },
  },
  {
    files: ['**/*.test.{ts,tsx}', 'tests/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      'max-lines': ['error', { max: 300 }],
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  // What a query returns is what it selects; writing the builder's type out would say it twice.
  { files: ['**/queries.ts'], rules: { '@typescript-eslint/explicit-module-boundary-types': 'off' } },
  // Functions of a typed table have their types from the table.
  {
    files: ['tests/contracts/rights/**/*.ts'],
    rules: { '@typescript-eslint/explicit-module-boundary-types': 'off' },
  },
  {
    files: ['**/vite.config.ts'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { 'import-x/no-default-export': 'off' },
  },
);

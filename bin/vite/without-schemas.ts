/**
 * Keeps schemas out of pages that check nothing. Modules named `*.computed.ts` are run when an app is built, and stand in its
 * bundle as their values; of a module of schemas a page gets those alone that it uses.
 */
import { join } from 'node:path';
import { parseSync, runnerImport, type Plugin } from 'vite';

const ROOT = join(import.meta.dirname, '../..');
const COMPUTED = /\.computed\.ts$/;
/** Modules whose constants are made without any effect. */
const PURE = /\/(chaincode\/src\/(model|rules|signing)|gateway\/src\/api)\/.*\.ts$/;
/** Settings of the schema library, made where a schema is. */
const WITH_EFFECT = /\/schema-compilation\.ts$/;

interface Computed {
  readonly values: Readonly<Record<string, unknown>>;
  /** Files that it is made from. */
  readonly sources: readonly string[];
}

const compute = async (file: string): Promise<Computed> => {
  const { module, dependencies } = await runnerImport<Readonly<Record<string, unknown>>>(file, {
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    environments: { inline: { resolve: { conditions: ['source'], noExternal: [/^@yaosu\//] } } },
  });
  return { values: module, sources: dependencies.map((each) => join(ROOT, each)) };
};

/** Puts the values of computed modules into the bundle; each is data alone. */
export const computedModules = (): Plugin => ({
  name: 'yaosu-computed-modules',
  enforce: 'pre',
  async load(id) {
    if (!COMPUTED.test(id)) return undefined;
    const { values, sources } = await compute(id);
    for (const source of sources) this.addWatchFile(source);
    return Object.entries(values)
      .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
      .join('\n');
  },
});

type Node = { readonly type: string; readonly start: number; readonly end: number };

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

const isLater = ({ type }: Node): boolean =>
  type === 'ArrowFunctionExpression' || type === 'FunctionExpression' || type === 'ClassExpression';

/** Whether an expression calls something when its module is loaded. */
const calls = (node: Node): boolean => {
  if (isLater(node)) return false;
  if (node.type === 'CallExpression' || node.type === 'NewExpression') return true;
  return Object.values(node)
    .flat()
    .some((child) => isNode(child) && calls(child));
};

/** Lets the bundler leave out every constant that nobody uses, whatever it is made by. */
export const pureConstants = (): Plugin => ({
  name: 'yaosu-pure-constants',
  apply: 'build',
  transform(code, id) {
    if (!PURE.test(id)) return undefined;
    const made = parseSync(id, code)
      .program.body.map((each) => (each.type === 'ExportNamedDeclaration' ? each.declaration : each))
      .flatMap((each) => (each?.type === 'VariableDeclaration' ? each.declarations : []))
      .flatMap(({ id: name, init }) =>
        name.type === 'Identifier' && init != null && calls(init) ? [init] : [],
      );
    const marked = made.reduceRight(
      (text, { start, end }) =>
        `${text.slice(0, start)}/* @__PURE__ */ (() => (${text.slice(start, end)}))()${text.slice(end)}`,
      code,
    );
    return { code: marked, moduleSideEffects: WITH_EFFECT.test(id) };
  },
});

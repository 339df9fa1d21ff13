/** A network's genealogy, made: the same one in every run. */
import { createHash } from 'node:crypto';

/** Batches a level, and from how many of the level before each is made. */
const LEVELS = [
  { name: 'lot', batches: 20_000, inputs: 0 },
  { name: 'api', batches: 10_000, inputs: 4 },
  { name: 'bulk', batches: 15_000, inputs: 3 },
  { name: 'packed', batches: 25_000, inputs: 2 },
] as const;
/** With these 130,000 edges: excipients go into bulk directly. */
const EXCIPIENTS = 5_000;
const CASES = 100_000;
const HOLDERS = 2_000;

/** 70,000 batches, 130,000 or fewer edges (one that is drawn twice is one), ten million serials as ranges of 100. */
export interface MadeGraph {
  readonly batches: readonly string[];
  readonly lots: readonly string[];
  readonly edges: { readonly from: readonly string[]; readonly to: readonly string[] };
  readonly parcels: {
    readonly id: readonly string[];
    readonly batch: readonly string[];
    readonly holder: readonly string[];
  };
  readonly perCase: number;
}

const idOf = (name: string): string => createHash('sha256').update(name).digest('hex');

/** Numerical Recipes' generator: good enough to spread edges, and the same everywhere. */
const newRandom = (): Random => {
  let state = 1;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

type Random = (below: number) => number;

/** Edges between batches of these levels, each once. */
const drawEdges = (
  levels: readonly (readonly string[])[],
  random: Random,
): readonly (readonly [string, string])[] => {
  const drawn = new Map<string, readonly [string, string]>();
  const pick = (batches: readonly string[]): string => batches[random(batches.length)] ?? '';
  const draw = (from: readonly string[], to: string): void => {
    const source = pick(from);
    drawn.set(source + to, [source, to]);
  };
  for (const [level, { inputs }] of LEVELS.entries()) {
    for (const batch of levels[level] ?? []) {
      for (let i = 0; i < inputs; i += 1) draw(levels[level - 1] ?? [], batch);
    }
  }
  const [lots = [], , bulks = []] = levels;
  for (let i = 0; i < EXCIPIENTS; i += 1) draw(lots, pick(bulks));
  return [...drawn.values()];
};

/** Draws it. */
export const newGraph = (): MadeGraph => {
  const random = newRandom();
  const levels = LEVELS.map(({ name, batches }) =>
    Array.from({ length: batches }, (_, i) => idOf(`${name} ${String(i)}`)),
  );
  const edges = drawEdges(levels, random);
  const [lots = [], , , packed = []] = levels;
  const cases = Array.from({ length: CASES }, (_, i) => i);
  return {
    batches: levels.flat(),
    lots,
    edges: { from: edges.map(([from]) => from), to: edges.map(([, to]) => to) },
    parcels: {
      id: cases.map((i) => idOf(`case ${String(i)}`)),
      batch: cases.map((i) => packed[i % packed.length] ?? ''),
      holder: cases.map(() => `holder-${String(random(HOLDERS))}`),
    },
    perCase: 100,
  };
};

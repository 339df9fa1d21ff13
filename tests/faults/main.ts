/**
 * `npm run faults -- embedded|fabric [--rounds N] [--seed N] [--only WORDS]`: hurts the built server, or a real network and the gateway on
 * it, under load; checks the invariants after every fault; exit 1 at anything lost, doubled or too slow, naming it.
 */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { runEmbedded } from './embedded-run.js';
import { runFabric } from './fabric-run.js';
import { print, type RunOptions } from './telling.js';

const USAGE = 'usage: npm run faults -- embedded|fabric [--rounds N] [--seed N] [--only WORDS]';
const SEED = 1;

/** What is run, and how many rounds where nobody says. */
const RUNS: Readonly<
  Record<string, { readonly rounds: number; readonly run: (options: RunOptions) => Promise<number> }>
> = {
  embedded: { rounds: 10, run: runEmbedded },
  fabric: { rounds: 1, run: runFabric },
};

const { values, positionals } = parseArgs({
  options: { rounds: { type: 'string' }, seed: { type: 'string' }, only: { type: 'string' } },
  allowPositionals: true,
});

const numberOf = (text: string | undefined, otherwise: number): number => {
  const number = Number(text ?? otherwise);
  if (!Number.isInteger(number) || number < 1)
    throw new Error(`${String(text)} is no number of rounds, or no seed`);
  return number;
};

const main = async (): Promise<number> => {
  const chosen = RUNS[positionals.join()];
  if (chosen === undefined) throw new Error(USAGE);
  return chosen.run({
    rounds: numberOf(values.rounds, chosen.rounds),
    seed: numberOf(values.seed, SEED),
    only: values.only ?? '',
  });
};

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    print(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  },
);

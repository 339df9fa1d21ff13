/** The product on a real network: one event a transaction against batched writes, and the embedded ledger beside. */
import { FABRIC } from '../../tests/support/fabric.js';
import type { Stage } from '../../tests/support/stage.js';
import { enterEmbedded } from '../harness/embedded-stage.js';
import { inFlight, paceOf, perSecond, quantile } from '../harness/measure.js';
import { newReceipts } from '../harness/receipts.js';
import { figureOf, type Figure, type Report } from '../harness/report.js';
import { contendOnFabric } from './contention.js';
import { enterFabric, type FabricStage } from './fabric-stage.js';
import { recordReadings } from './readings.js';
import { commissionSerials } from './serials.js';

const ROUNDS = 3;
/** Acts in flight → how many of them are measured a round. */
const WIDTHS = [
  { width: 1, count: 8 },
  { width: 20, count: 40 },
  { width: 100, count: 100 },
] as const;
const CROWD = 100;
const TIMES_NAIVE = 100;
const TIMES_FABRIC = 4;
const [MIDDLE, HIGH] = [0.5, 0.95];

const BOUNDS =
  'naive and receipts: two peers run Node chaincode and check signatures, all nodes and the generator share the cores; ' +
  'alone: the 250 ms for which a block waits; serials: hashing the list into its tree; readings: two peers judge 2,000 of ' +
  'them a transaction';

interface Received {
  readonly pace: number;
  readonly taken: readonly number[];
}

const receive = async (
  stage: Stage,
  { width, count }: { readonly width: number; readonly count: number },
  measured: FabricStage['measured'],
): Promise<Received> => {
  const receipts = await newReceipts(stage, count);
  let taken: readonly number[] = [];
  const pace = await measured(() =>
    paceOf(count, async () => {
      taken = await inFlight(width, receipts);
    }),
  );
  return { pace: perSecond(pace), taken };
};

interface Round {
  readonly naive: number;
  readonly serials: number;
  readonly readings: number;
  /** One a width. */
  readonly received: readonly Received[];
  readonly embedded: number;
}

const playRound = async (fabric: FabricStage, embedded: Stage): Promise<Round> => {
  const { naive, batched } = await commissionSerials(fabric);
  const readings = await recordReadings(fabric);
  const received: Received[] = [];
  for (const width of WIDTHS) received.push(await receive(fabric.stage, width, fabric.measured));
  const beside = await receive(embedded, { width: CROWD, count: CROWD }, (run) => run());
  return {
    naive: perSecond(naive),
    serials: perSecond(batched),
    readings: perSecond(readings),
    received,
    embedded: beside.pace,
  };
};

const receivedFigures = (rounds: readonly Round[]): readonly Figure[] =>
  WIDTHS.flatMap(({ width }, i) => {
    const of = rounds.flatMap(({ received }) => received[i] ?? []);
    const name = `Stock.receive, ${String(width)} in flight`;
    const taken = of.flatMap((each) => each.taken);
    return [
      figureOf(
        name,
        'tx/s',
        of.map(({ pace }) => pace),
      ),
      { name: `${name}, p50`, unit: 'ms', value: quantile(taken, MIDDLE) },
      { name: `${name}, p95`, unit: 'ms', value: quantile(taken, HIGH) },
    ];
  });

const figuresOf = (rounds: readonly Round[]): readonly Figure[] => {
  const of = (value: (round: Round) => number): readonly number[] => rounds.map(value);
  const crowd = ({ received }: Round): number => received.at(-1)?.pace ?? NaN;
  const times = { atLeast: TIMES_NAIVE };
  return [
    figureOf(
      'one serial a transaction (naive), 32 in flight',
      'events/s',
      of(({ naive }) => naive),
    ),
    figureOf(
      'serials by commission of 100,000',
      'events/s',
      of(({ serials }) => serials),
    ),
    figureOf(
      'serials, ratio',
      'times naive',
      of(({ serials, naive }) => serials / naive),
      times,
    ),
    figureOf(
      'readings by pages of 2,000',
      'events/s',
      of(({ readings }) => readings),
    ),
    figureOf(
      'readings, ratio',
      'times naive',
      of(({ readings, naive }) => readings / naive),
      times,
    ),
    ...receivedFigures(rounds),
    figureOf(
      'embedded: Stock.receive, 100 in flight',
      'tx/s',
      of(({ embedded }) => embedded),
    ),
    figureOf(
      'embedded, ratio',
      'times Fabric',
      of((round) => round.embedded / crowd(round)),
      { atLeast: TIMES_FABRIC },
    ),
  ];
};

const play = async (fabric: FabricStage): Promise<Report> => {
  const embedded = await enterEmbedded();
  try {
    const rounds: Round[] = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await playRound(fabric, embedded));
    return { figures: figuresOf(rounds), bounds: BOUNDS };
  } finally {
    await embedded.network.close();
  }
};

const measured = async (): Promise<Report> => {
  const network = await enterFabric();
  try {
    return await play(network);
  } finally {
    await network.dispose();
  }
};

/** Both ledgers on the same acts, then many at once on the same goods through the gateway, where Fabric's commands are found. */
export const fabric = async (): Promise<Report> => {
  if (FABRIC === '')
    return { figures: [], bounds: "skipped, not found: Fabric's commands (FABRIC_BIN, PATH)" };
  const { figures, bounds } = await measured();
  return { figures: [...figures, ...(await contendOnFabric())], bounds };
};

/** Many at once on the same goods: sales of one batch, fills of one code, a recall under production. */
import { systemPorts } from '@yaosu/gateway/ports';
import { Stage } from '@yaosu/gateway/story/stage';
import type { Figure, Report } from '../harness/report.js';
import { proposalsACommit, startServer } from '../harness/server.js';
import { fill } from './fills.js';
import { recall } from './recall.js';
import { sell } from './sales.js';

const MAX_PROPOSALS_A_COMMIT = 1.1;
const MAX_SEALED_MS = 3_000;

/** The ledger that is asked, and how long a recall may take on it. */
interface Contenders {
  readonly env: Readonly<Record<string, string>>;
  readonly mostSealedMs: number;
}

/** Proposals a commit under contention, and how fast a recall stops and seals. */
export const contendOn = async ({ env, mostSealedMs }: Contenders): Promise<readonly Figure[]> => {
  const server = await startServer(env);
  try {
    const stage = await Stage.open(server.url, systemPorts);
    const sales = await sell(stage);
    const fills = await fill(stage);
    const recalled = await recall(stage);
    const all = proposalsACommit([sales, fills, recalled]);
    return [
      {
        name: '60 sales of one batch out of 6 parcels',
        unit: 'proposals a commit',
        value: proposalsACommit([sales]),
      },
      { name: 'sales', unit: 'a second', value: sales.perSecond },
      { name: '50 fills of one code', unit: 'proposals a commit', value: proposalsACommit([fills]) },
      { name: 'fills', unit: 'a second', value: fills.perSecond },
      {
        name: 'recall under 20 transforms/s',
        unit: 'proposals a commit',
        value: proposalsACommit([recalled]),
      },
      { name: 'all of them', unit: 'proposals a commit', value: all, atMost: MAX_PROPOSALS_A_COMMIT },
      { name: 'made before the stop reached them', unit: 'batches', value: recalled.made },
      { name: 'stopped and sealed', unit: 'batches', value: recalled.members },
      { name: 'signed stop to seal', unit: 'ms', value: recalled.milliseconds, atMost: mostSealedMs },
    ];
  } finally {
    await server.dispose();
  }
};

/** On the embedded ledger. */
export const contention = async (): Promise<Report> => ({
  figures: await contendOn({ env: {}, mostSealedMs: MAX_SEALED_MS }),
  bounds: 'lanes by key: acts on one batch go one after the other, each waits for its block',
});

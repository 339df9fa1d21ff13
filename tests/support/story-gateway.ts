/** A gateway in this process with the story's data, for suites that look at it from outside and from inside. */
import { FIRM } from '@yaosu/gateway/story/cast';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openMemoryDatabase } from '@yaosu/gateway/testing/memory-database';
import { startGateway, type Gateway, type StartOptions } from '@yaosu/gateway/main';
import type { Ports } from '@yaosu/gateway/ports';

const DEADLINE_MS = 15_000;
/** Suites of one address ask more than people do. */
const CALLS_A_MINUTE = 100_000;

/** A gateway under test. */
export interface InProcessGateway extends Gateway {
  readonly folder: string;
  /** Closes it and removes its folder. */
  remove(): Promise<void>;
}

/** Prefix of the maker's identifiers. */
export const IDENTIFIER_PREFIX = '88.608.8889';
/** Prefix of the wholesaler's. */
export const OTHER_PREFIX = '88.608.8890';

/** Starts one on a fresh folder; a demo with the story's enterprises unless another ledger is given. */
export const startInProcess = async (
  ports: Ports,
  openLedger?: StartOptions['openLedger'],
): Promise<InProcessGateway> => {
  const folder = await mkdtemp(join(tmpdir(), 'yaosu-gateway-'));
  const gateway = await startGateway({
    config: {
      data: folder,
      port: 0,
      host: '127.0.0.1',
      lan: false,
      ledger: 'embedded',
      gateways: {},
      peerThreads: 0,
      logLevel: 'silent',
      demo: openLedger === undefined,
      story: false,
      commandDeadlineMs: DEADLINE_MS,
      sessionCallsPerMinute: CALLS_A_MINUTE,
      publicCallsPerMinute: CALLS_A_MINUTE,
      webhookTargets: [],
      identifierPrefixes: { [IDENTIFIER_PREFIX]: FIRM.maker, [OTHER_PREFIX]: FIRM.wholesaler },
    },
    ports,
    openDatabase: () => openMemoryDatabase(),
    ...(openLedger === undefined ? {} : { openLedger }),
  });
  const remove = async (): Promise<void> => {
    await gateway.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { ...gateway, folder, remove };
};

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHANNEL, type ChaincodeDefinition } from '@yaosu/network/embedded';
import { replayLedger, type Replayed } from '@yaosu/network/replay';
import type { Recording } from './recording.js';

const MAX_MESSAGES = 200;

type Transients = Record<string, Uint8Array>;

const bytesOf = (base64: string): Buffer => Buffer.from(base64, 'base64');

const transientsOf =
  ({ picks, carried }: Recording) =>
  (txId: string): Transients => {
    const own = picks[txId];
    const hint: Transients = own === undefined ? {} : { picks: Buffer.from(JSON.stringify(own)) };
    const entries = Object.entries(carried[txId] ?? {}).map(
      ([name, bytes]) => [name, bytesOf(bytes)] as const,
    );
    return { ...Object.fromEntries(entries), ...hint };
  };

/** Runs a recording's transactions again by a chaincode, in a folder that is removed afterwards. */
export const replayRecording = async (
  recording: Recording,
  chaincode: ChaincodeDefinition,
): Promise<readonly Replayed[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'yaosu-replay-'));
  try {
    return await replayLedger({
      folder,
      channel: CHANNEL,
      ...recording.identities,
      chaincodes: [chaincode],
      maxMessageCount: MAX_MESSAGES,
      batchTimeoutMs: 0,
      timeWindowCheck: true,
      now: () => Date.now(),
      blocks: recording.blocks.map(bytesOf),
      transients: transientsOf(recording),
      endorsers: recording.endorsers,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

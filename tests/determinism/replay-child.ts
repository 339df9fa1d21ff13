/** Runs a recording's transactions again where this process stands, and prints what came of it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv, stdout } from 'node:process';
import { CHANNEL } from '@yaosu/network/embedded';
import { replayLedger } from '@yaosu/network/replay';
import { CHAINCODES, loadRecording, type Report } from './recording.js';

const MAX_MESSAGES = 200;

const [, , path = ''] = argv;
const { chaincode, identities, blocks, picks, carried, endorsers } = await loadRecording(path);
const folder = await mkdtemp(join(tmpdir(), 'yaosu-replay-'));
try {
  const replayed = await replayLedger({
    folder,
    channel: CHANNEL,
    ...identities,
    chaincodes: [CHAINCODES[chaincode]],
    maxMessageCount: MAX_MESSAGES,
    batchTimeoutMs: 0,
    timeWindowCheck: true,
    now: () => Date.now(),
    blocks: blocks.map((block) => Buffer.from(block, 'base64')),
    transients: (txId): Record<string, Uint8Array> => {
      const own = picks[txId];
      const entries = Object.entries(carried[txId] ?? {}).map(
        ([name, bytes]) => [name, Buffer.from(bytes, 'base64')] as const,
      );
      const hint: Record<string, Uint8Array> =
        own === undefined ? {} : { picks: Buffer.from(JSON.stringify(own)) };
      return { ...Object.fromEntries(entries), ...hint };
    },
    endorsers,
  });
  const { timeZone, locale } = new Intl.DateTimeFormat().resolvedOptions();
  const report: Report = { place: `${timeZone} ${locale}`, replayed };
  stdout.write(JSON.stringify(report));
} finally {
  await rm(folder, { recursive: true, force: true });
}

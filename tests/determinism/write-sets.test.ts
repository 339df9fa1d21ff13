/** Every act comes to the same bytes in other time zones and locales, on two organisations. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ALL_ACTS } from '@yaosu/chaincode/model/acts';
import { REGULATOR } from '@yaosu/chaincode/model/organisations';
import { decodeBlock } from '@yaosu/network/blocks';
import { RIGHTS } from '../contracts/rights/index.js';
import { checkBlocks } from '../invariants/index.js';
import { sendRight, type Right } from '../support/right.js';
import { Stage } from '../support/stage.js';
import { TestNetwork } from '../support/test-network.js';
import { LOCAL } from './local-contract.js';
import { record, saveRecording, type Recording, type Report } from './recording.js';

const MINUTES = 60_000;
const MAX_OUTPUT_BYTES = 2 ** 26;
const CHILD = join(import.meta.dirname, 'replay-child.ts');
const ENDORSERS = ['RegulatorMSP', 'CdmoMSP'] as const;

/** Where a child runs: west of the date line's other side with Turkish letters; eight hours east, Chinese. */
const PLACES = [
  { zone: 'Pacific/Apia', language: 'tr_TR', place: 'Pacific/Apia tr-TR' },
  { zone: 'Asia/Shanghai', language: 'zh_CN', place: 'Asia/Shanghai zh-CN' },
] as const;

const run = promisify(execFile);
const bytesOf = (base64: string): Buffer => Buffer.from(base64, 'base64');

const replayIn = async ({ zone, language }: (typeof PLACES)[number], path: string): Promise<Report> => {
  const locale = `${language}.UTF-8`;
  const { stdout } = await run(process.execPath, ['--conditions=source', '--import', 'tsx', CHILD, path], {
    env: { ...process.env, NODE_OPTIONS: '', TZ: zone, LANG: locale, LC_ALL: locale },
    maxBuffer: MAX_OUTPUT_BYTES,
  });
  return JSON.parse(stdout) as Report;
};

const drive = async (stage: Stage, right: Right): Promise<string> => {
  if (right.may === 'hosts') {
    const { payload } = await right.command(stage, 'regulatorRoot');
    return stage.sendAsHost(REGULATOR, right.act, payload);
  }
  const [name = 'makerRoot'] = right.may;
  return sendRight(stage, right, name, await right.command(stage, name));
};

const differing = ({ replayed }: Report): readonly string[] =>
  replayed.filter(({ isSame }) => !isSame).map(({ fn, mspId }) => `${fn} on ${mspId}`);

describe('write sets in other time zones and locales', () => {
  let folder: string;
  let recording: Recording;
  const path = (): string => join(folder, 'recording.json');

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yaosu-recording-'));
    const stage = await Stage.enter();
    const outcomes: string[] = [];
    for (const right of RIGHTS) outcomes.push(await drive(stage, right));
    expect(new Set(outcomes)).toEqual(new Set(['VALID']));
    recording = await record(stage.network, 'product', ENDORSERS);
    await stage.network.close();
    await saveRecording(path(), recording);
  }, 3 * MINUTES);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.each(PLACES)(
    'are the same in $place for every act, on two organisations',
    async (where) => {
      const report = await replayIn(where, path());
      expect(report.place).toBe(where.place);
      expect(differing(report)).toEqual([]);
      const acts = ALL_ACTS.map(({ contract, name }) => `${contract}:${name}`).sort();
      for (const endorser of ENDORSERS) {
        const ran = report.replayed.filter(({ mspId }) => mspId === endorser).map(({ fn }) => fn);
        expect([...new Set(ran)].sort()).toEqual(acts);
      }
    },
    3 * MINUTES,
  );

  test('keep every invariant', () => {
    expect(checkBlocks(recording.blocks.map(bytesOf))).toEqual([]);
  });

  test(
    'are told apart where other data went in',
    async () => {
      const [txId = ''] = Object.keys(recording.picks);
      const last = recording.blocks.findIndex((block) =>
        decodeBlock(bytesOf(block)).transactions.some((transaction) => transaction.txId === txId),
      );
      const file = join(folder, 'changed.json');
      const blocks = recording.blocks.slice(0, last + 1);
      await saveRecording(file, { ...recording, blocks, picks: { [txId]: [] } });
      expect(differing(await replayIn(PLACES[0], file))).toHaveLength(ENDORSERS.length);
    },
    MINUTES,
  );

  test('are told apart where a contract asks where it is', async () => {
    const network = await TestNetwork.start(LOCAL);
    await network.send('Local', 'run', 'a', 'RegulatorMSP');
    await network.send('Local', 'same', 'b', 'RegulatorMSP');
    const file = join(folder, 'local.json');
    await saveRecording(file, await record(network, 'local', ENDORSERS));
    await network.close();
    for (const where of PLACES) {
      expect(differing(await replayIn(where, file))).toEqual(
        ENDORSERS.map((mspId) => `Local:run on ${mspId}`),
      );
    }
  });
});

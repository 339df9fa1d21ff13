/** Act 9: the trail of one dispensed pack, asked by the drug authority. */
import { authorityActs } from '@yaosu/chaincode/model/authority/acts';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import type { ReadAnswer } from '../../api/reads.js';
import { ApiError } from '../../api/api-error.js';
import { FIRM, glnOfSite } from '../cast.js';
import { TRAIL } from '../figures.js';
import { INSPECTOR } from '../investigation.js';
import { StoryFailed, type Stage } from '../stage.js';
import { given, type World } from '../world.js';
import type { StoryAct } from './index.js';

type Trail = ReadAnswer<'trail'>;

/** Without a case and a purpose the authority reads no batch. */
const refuseWithoutPurpose = async (stage: Stage, batch: string): Promise<void> => {
  const { client } = await stage.as(INSPECTOR);
  client.setPurpose(undefined);
  try {
    await client.read('trail', { id: batch });
  } catch (error) {
    stage.same('trail without a case', error instanceof ApiError && error.code, 'PURPOSE_REQUIRED');
    return;
  }
  throw new StoryFailed('the authority read a trail without a case and without a purpose');
};

/** What the authority has read stands in a chain that nobody can thin out, each entry with its purpose. */
const assertWritten = async (stage: Stage, batch: string, opened: string): Promise<void> => {
  const { client } = await stage.as(INSPECTOR);
  const { reads, chain } = await client.read('authorityReads', {});
  const [last] = reads;
  stage.same('last read of the authority', [last?.read, last?.asked['id']], ['trail', batch]);
  stage.same('why it was read', [last?.purpose, last?.case], [TRAIL.purpose, opened]);
  stage.same('where the chain of reads breaks', chain.brokenAt, null);
};

const openCase = async (stage: Stage, batch: string): Promise<string> => {
  const id = stage.newId();
  await stage.send(INSPECTOR, authorityActs.openCase, {
    case: id,
    root: batch,
    purpose: TRAIL.purpose,
    grounds: stage.digest('complaint about a pack'),
    site: { enterprise: FIRM.maker, gln: glnOfSite(FIRM.maker) },
    parcel: null,
  });
  return id;
};

const count = (trail: Trail, contract: string, act: string): number =>
  trail.lines.filter((line) => line.contract === contract && line.act === act).length;

/** Every line names its transaction, block and keys; custody has the signatures of both sides. */
const assertLines = (stage: Stage, trail: Trail, unit: string): void => {
  const contracts = [...new Set(trail.lines.map(({ contract }) => contract))].sort();
  stage.same('subjects of the trail', contracts, TRAIL.contracts);
  const bare = trail.lines.filter(
    ({ txId, keys, signers }) => txId === '' || keys.length === 0 || signers.length === 0,
  );
  stage.same('lines without transaction, key or signer', bare.length, 0);
  stage.same('releases from site', count(trail, 'Batch', 'releaseFromSite'), TRAIL.releasesFromSite);
  stage.same('releases to the market', count(trail, 'Batch', 'releaseToMarket'), TRAIL.releasesToMarket);
  const custody = trail.lines.filter(({ act }) => act === 'handOver' || act === 'receive');
  const signed = custody
    .filter(({ contract }) => contract === 'Shipment')
    .map(({ signers }) => signers.length);
  stage.same('signatures of custody', [...new Set(signed)], [TRAIL.custodySignatures]);
  const dispensed = trail.lines.filter(({ keys }) => keys.includes(keyOf('unit', unit)));
  stage.same(
    'acts on the pack',
    dispensed.map(({ act }) => act),
    ['dispense'],
  );
};

const linesOf = (trail: Trail): readonly string[] => {
  const { batches, lines } = trail;
  const by = new Map<string, number>();
  for (const { contract, act } of lines)
    by.set(`${contract}.${act}`, (by.get(`${contract}.${act}`) ?? 0) + 1);
  const levels = batches.map(
    ({ batch, kind, owner, level }) => `${'  '.repeat(level)}${kind} ${batch.slice(0, 8)}… of ${owner}`,
  );
  return [...levels, [...by].map(([name, times]) => `${name} ×${String(times)}`).join(', ')];
};

const play = async (stage: Stage, world: World): Promise<readonly string[]> => {
  const { batch } = given(world, 'packed');
  await refuseWithoutPurpose(stage, batch);
  const opened = await openCase(stage, batch);
  const { client } = await stage.as(INSPECTOR);
  const begun = stage.ports.clock.nowMs();
  const trail = await client.read('trail', { id: batch });
  const milliseconds = Math.round(stage.ports.clock.nowMs() - begun);
  stage.same('batches behind the pack', [trail.batches.length, trail.hidden], [TRAIL.batches, 0]);
  stage.same('levels', Math.max(...trail.batches.map(({ level }) => level)), TRAIL.levels);
  assertLines(stage, trail, given(world, 'dispensed').unit);
  await assertWritten(stage, batch, opened);
  await stage.send(INSPECTOR, authorityActs.closeCase, { case: opened });
  await refuseWithoutPurpose(stage, batch);
  return [
    `pack ${given(world, 'dispensed').serial}: ${String(trail.batches.length)} batches, ${String(trail.lines.length)} transactions in ${String(milliseconds)} ms, each with block and key`,
    ...linesOf(trail),
  ];
};

/** Act 9. */
export const trail: StoryAct = { number: 9, title: 'The trail of a pack', play };

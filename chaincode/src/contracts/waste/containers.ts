/** Streams, plans, drums and what they add up to. */
import { licenceRecord } from '../../model/enterprise/schemas.js';
import { YaosuError } from '../../model/kernel/errors.js';
import { keyOf } from '../../model/kernel/keys.js';
import type { wasteActs } from '../../model/waste/acts.js';
import type { manifestActs } from '../../model/waste/manifest-acts.js';
import {
  fillRecord,
  groupRecord,
  planRecord,
  type DrumRecord,
  type FillRecord,
} from '../../model/waste/schemas.js';
import { assertCodeLicensed } from '../../rules/waste/assert-licensed.js';
import { assertFillsFit, sumOfGrams } from '../../rules/waste/assert-weights.js';
import { assertCoversUsed } from '../../rules/waste/plan-amounts.js';
import { assertOwn, signedByOf, type ActTransaction } from '../act-transaction.js';
import { policyOf } from '../goods/hosts.js';
import { loadBatch } from '../goods/load-batch.js';
import type { Handlers } from '../new-contract.js';
import { areaOf, loadDrum, loadRecord, loadStream, partsOfPlan } from './load.js';

type Waste = Handlers<typeof wasteActs>;

const loadOwnDrum = async (tx: ActTransaction, name: string): Promise<DrumRecord> => {
  const drum = await loadDrum(tx, name);
  assertOwn(tx, 'generator', drum.generator);
  return drum;
};

const assertOpen = ({ state }: DrumRecord): void => {
  if (state !== 'open') throw new YaosuError('STATE_WRONG', { state });
};

/** Waste comes of batches that the generator has to do with. */
const judgeSources = async (
  tx: ActTransaction,
  generator: string,
  sources: readonly string[],
): Promise<void> => {
  for (const source of sources) {
    const { issuer, owner, manufacturer, mah } = await loadBatch(tx, source);
    await tx.judgement.rule(generator, () => {
      if (![issuer, owner, manufacturer, mah].includes(generator)) {
        throw new YaosuError('WASTE_SOURCE_FOREIGN', { batch: source });
      }
    });
  }
};

/** A fill of the group that nothing has counted yet. @throws WASTE_FILL_NOT_COUNTABLE */
const loadCountable = async (
  tx: ActTransaction,
  streams: readonly string[],
  name: Pick<FillRecord, 'drum' | 'fill'>,
): Promise<FillRecord> => {
  const fill = await tx.state.get(fillRecord, 'fill', name.drum, name.fill);
  if (fill === undefined || fill.countedBy !== null || !streams.includes(fill.stream)) {
    throw new YaosuError('WASTE_FILL_NOT_COUNTABLE', { fill: name.fill });
  }
  return fill;
};

/** Handlers of everything before the manifest. */
export const containerHandlers: Omit<Waste, keyof typeof manifestActs> = {
  registerStream: async (tx) => {
    const { stream, generator, site, operator } = tx.payload;
    assertOwn(tx, 'generator', generator);
    await areaOf(tx, generator, site);
    if (!(await tx.state.has('ent', operator))) {
      throw new YaosuError('ENTERPRISE_NOT_FOUND', { enterprise: operator });
    }
    tx.state.putGuarded('stream', [stream], tx.payload, await policyOf(tx, generator, []));
    tx.emit('WasteStreamRegistered', [keyOf('stream', stream)]);
    return { key: keyOf('stream', stream) };
  },

  plan: async (tx) => {
    const { generator, disposer, code, licence } = tx.payload;
    assertOwn(tx, 'generator', generator);
    assertOwn(tx, 'disposer', disposer);
    const paper = await tx.state.get(licenceRecord, 'lic', disposer, licence);
    assertCodeLicensed(paper === undefined ? [] : [paper], code, tx.at);
    const earlier = await tx.state.get(planRecord, 'plan', ...partsOfPlan(tx.payload));
    const plan = { ...tx.payload, reserved: earlier?.reserved ?? '0', settled: earlier?.settled ?? '0' };
    assertCoversUsed(plan);
    tx.state.put('plan', partsOfPlan(plan), plan);
    const key = keyOf('plan', ...partsOfPlan(plan));
    tx.emit('WastePlanned', [key]);
    return { key };
  },

  open: async (tx) => {
    const { drum, stream } = tx.payload;
    const { generator, site } = await loadStream(tx, stream);
    assertOwn(tx, 'generator', generator);
    const opened = { state: 'open', openedAt: tx.at, sealed: null, manifest: null };
    const record = { ...tx.payload, generator, site, ...opened };
    tx.state.putGuarded('drum', [drum], record, await policyOf(tx, generator, []));
    tx.emit('WasteDrumOpened', [keyOf('drum', drum)]);
    return { key: keyOf('drum', drum) };
  },

  fill: async (tx) => {
    const { sources, grams } = tx.payload;
    const { drum, generator, stream, ...found } = await loadOwnDrum(tx, tx.payload.drum);
    await judgeSources(tx, generator, sources);
    await tx.judgement.whereabouts([generator], () => {
      assertOpen({ ...found, drum, generator, stream });
    });
    const { cmd } = tx.command;
    const fill = { drum, fill: cmd, generator, stream, grams, sources, at: tx.at, countedBy: null };
    tx.state.putGuarded('fill', [drum, cmd], fill, await policyOf(tx, generator, []));
    tx.emit('WasteFilled', [keyOf('fill', drum, cmd)]);
    return { key: keyOf('fill', drum, cmd) };
  },

  seal: async (tx) => {
    const { drum: name, ...weights } = tx.payload;
    const drum = await loadOwnDrum(tx, name);
    assertOpen(drum);
    const fills = await tx.state.range(fillRecord, 'fill', name);
    const amounts = fills.map(({ grams }) => grams);
    assertFillsFit(weights, drum.tare, amounts, tx.at);
    const sealed = { ...weights, at: tx.at, by: signedByOf(tx, 'generator') };
    tx.state.put('drum', [name], { ...drum, state: 'sealed', sealed });
    tx.emit('WasteDrumSealed', [keyOf('drum', name)]);
    return { key: keyOf('drum', name) };
  },

  armGroup: async (tx) => {
    const { group, operator, site, streams } = tx.payload;
    assertOwn(tx, 'generator', operator);
    await areaOf(tx, operator, site);
    for (const name of streams) {
      const stream = await loadStream(tx, name);
      if (stream.operator !== operator || stream.site !== site) {
        throw new YaosuError('WASTE_GROUP_STREAM_FOREIGN', { stream: name });
      }
    }
    tx.state.putGuarded('grp', [group], tx.payload, await policyOf(tx, operator, []));
    tx.emit('WasteGroupArmed', [keyOf('grp', group)]);
    return { key: keyOf('grp', group) };
  },

  trigger: async (tx) => {
    const { group, fills: names } = tx.payload;
    const { operator, streams, threshold } = await loadRecord(tx, groupRecord, 'grp', group);
    const unique = new Map(names.map((name) => [keyOf('fill', name.drum, name.fill), name]));
    const { cmd } = tx.command;
    const amounts: string[] = [];
    for (const name of unique.values()) {
      const fill = await loadCountable(tx, streams, name);
      tx.state.put('fill', [fill.drum, fill.fill], { ...fill, countedBy: cmd });
      amounts.push(fill.grams);
    }
    const grams = sumOfGrams(amounts);
    if (BigInt(grams) < BigInt(threshold)) throw new YaosuError('WASTE_THRESHOLD_NOT_REACHED', { grams });
    const order = { group, operator, grams, fills: [...unique.values()], at: tx.at };
    tx.state.putGuarded('trig', [group, cmd], order, await policyOf(tx, operator, []));
    tx.emit('WasteTransferTriggered', [keyOf('trig', group, cmd)]);
    return { key: keyOf('trig', group, cmd) };
  },
};

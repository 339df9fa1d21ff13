/** The manifest from its draft to its closing. */
import { YaosuError } from '../../model/kernel/errors.js';
import { keyOf } from '../../model/kernel/keys.js';
import { yearOf } from '../../model/kernel/time.js';
import type { wasteActs } from '../../model/waste/acts.js';
import type { manifestActs } from '../../model/waste/manifest-acts.js';
import type { ManifestRecord } from '../../model/waste/manifest-schemas.js';
import type { DrumState } from '../../model/waste/states.js';
import { assertCodeLicensed } from '../../rules/waste/assert-licensed.js';
import { sumOfGrams } from '../../rules/waste/assert-weights.js';
import {
  acceptedGrams,
  assertDrumsNamed,
  differencesOf,
  stateAfter,
} from '../../rules/waste/judge-receipt.js';
import { assertManifestState } from '../../rules/waste/manifest-state.js';
import { reserve, settle } from '../../rules/waste/plan-amounts.js';
import { assertConcerned, assertOwn, signedByOf, signer, type ActTransaction } from '../act-transaction.js';
import { policyOf } from '../goods/hosts.js';
import type { Handlers } from '../new-contract.js';
import { loadSealed, requireCarrierLicensed, requireMayDepart, type Load } from './gate.js';
import { areaOf, licencesOf, loadDrum, loadManifest, loadPlan, partsOfPlan } from './load.js';

type Draft = Parameters<Handlers<typeof wasteActs>['createManifest']>[0];

const save = (tx: ActTransaction, manifest: ManifestRecord, event: string): { key: string } => {
  const key = keyOf('man', manifest.manifest);
  tx.state.put('man', [manifest.manifest], manifest);
  tx.emit(event, [key]);
  return { key };
};

const loadOwn = async (tx: ActTransaction<{ manifest: string }>): Promise<ManifestRecord> => {
  const manifest = await loadManifest(tx, tx.payload.manifest);
  assertOwn(tx, 'generator', manifest.generator);
  return manifest;
};

const setDrum = async (
  tx: ActTransaction,
  name: string,
  state: DrumState,
  manifest: string | null,
): Promise<void> => {
  tx.state.put('drum', [name], { ...(await loadDrum(tx, name)), state, manifest });
};

/** Ends the reservation of a manifest; `received` grams take its place. */
const settlePlan = async (tx: ActTransaction, manifest: ManifestRecord, received: string): Promise<void> => {
  const plan = await loadPlan(tx, manifest);
  tx.state.put('plan', partsOfPlan(plan), settle(plan, manifest.reserved, received));
};

const requireRole = async (tx: ActTransaction, enterprise: string, role: string): Promise<void> => {
  if (!(await tx.state.has('role', enterprise, role))) throw new YaosuError('ROLE_NOT_HELD', { role });
};

/** Disposer and carrier are what they have to be, and the disposer may take the code. */
const requirePartners = async (tx: Draft, code: string): Promise<void> => {
  const { disposer, to, carrier } = tx.payload;
  await requireRole(tx, disposer, 'wasteDisposer');
  await requireRole(tx, carrier, 'wasteCarrier');
  await areaOf(tx, disposer, to);
  assertCodeLicensed(await licencesOf(tx, disposer), code, tx.at, to);
};

const lineOf = ({ drum, stream }: Load): ManifestRecord['lines'][number] => {
  const { gross, tare, net } = drum.sealed;
  return {
    drum: drum.drum,
    stream: drum.stream,
    dangerousClass: stream.dangerousClass,
    sent: { gross, tare, net },
  };
};

/** The parts of a manifest that are still to come. */
const UNBEGUN = {
  state: 'draft',
  externalNo: null,
  syncState: 'notSent',
  permit: null,
  departed: null,
  refusal: null,
  handOvers: [],
  received: null,
  differences: [],
  closed: null,
} as const;

/** Ends a draft: its plan and drums are free again. */
const release = async (tx: ActTransaction, manifest: ManifestRecord): Promise<void> => {
  await settlePlan(tx, manifest, '0');
  for (const { drum } of manifest.lines) await setDrum(tx, drum, 'sealed', null);
};

/** Handlers of the manifest. */
export const manifestHandlers: Pick<Handlers<typeof wasteActs>, keyof typeof manifestActs> = {
  createManifest: async (tx) => {
    const { manifest, drums, ...partners } = tx.payload;
    const named = { ...partners, year: yearOf(tx.at) };
    const generator = signer(tx, 'generator').enterprise;
    const loads = await loadSealed(tx, generator, drums);
    const { stream, drum } = loads[0] as Load;
    const { code } = stream;
    await requirePartners(tx, code);
    const reserved = sumOfGrams(loads.map((load) => load.drum.sealed.net));
    const plan = reserve(await loadPlan(tx, { ...named, generator, code }), reserved);
    tx.state.put('plan', partsOfPlan(plan), plan);
    const policy = await policyOf(tx, generator, [named.disposer, named.carrier]);
    for (const load of loads) {
      const loaded = { ...load.drum, state: 'loaded', manifest };
      tx.state.putGuarded('drum', [load.drum.drum], loaded, policy);
    }
    const lines = loads.map(lineOf);
    const draft = { ...UNBEGUN, ...named, manifest, generator, from: drum.site, code, lines, reserved };
    tx.state.putGuarded('man', [manifest], { ...draft, carriers: [named.carrier] }, policy);
    tx.emit('WasteManifestCreated', [keyOf('man', manifest)]);
    return { key: keyOf('man', manifest) };
  },

  void: async (tx) => {
    const manifest = await loadOwn(tx);
    assertManifestState('void', manifest.state);
    await release(tx, manifest);
    return save(tx, { ...manifest, state: 'voided' }, 'WasteManifestVoided');
  },

  refuseLoading: async (tx) => {
    const { manifest: id, reason, evidence } = tx.payload;
    const manifest = await loadManifest(tx, id);
    assertConcerned(tx, 'driver', [manifest.carrier]);
    await tx.judgement.whereabouts([manifest.carrier, manifest.generator], () =>
      assertManifestState('refuseLoading', manifest.state),
    );
    await release(tx, manifest);
    const refusal = { reason, evidence, driver: signedByOf(tx, 'driver'), at: tx.at };
    return save(tx, { ...manifest, state: 'voided', refusal }, 'WasteLoadingRefused');
  },

  depart: async (tx) => {
    const manifest = await loadOwn(tx);
    assertConcerned(tx, 'driver', [manifest.carrier]);
    const escort = tx.signers['escort'] === undefined ? null : signedByOf(tx, 'escort');
    if (escort !== null) assertConcerned(tx, 'escort', [manifest.carrier]);
    assertManifestState('depart', manifest.state);
    const { permit } = tx.payload;
    await requireMayDepart(tx, manifest, permit);
    const signers = { generator: signedByOf(tx, 'generator'), driver: signedByOf(tx, 'driver'), escort };
    const departed = { ...signers, at: tx.at };
    const gone = { ...manifest, state: 'departed' as const, permit: permit?.number ?? null, departed };
    return save(tx, gone, 'WasteDeparted');
  },

  handOver: async (tx) => {
    const manifest = await loadManifest(tx, tx.payload.manifest);
    const { carriers, carrier, generator, disposer } = manifest;
    assertConcerned(tx, 'giver', carriers);
    const taker = signer(tx, 'taker').enterprise;
    await tx.judgement.whereabouts([carrier, signer(tx, 'giver').enterprise], () => {
      assertManifestState('handOver', manifest.state);
      assertConcerned(tx, 'giver', [carrier]);
    });
    await tx.judgement.rule(taker, () => requireCarrierLicensed(tx, taker, manifest));
    const { vehicle } = tx.payload;
    const handOver = { giver: signedByOf(tx, 'giver'), taker: signedByOf(tx, 'taker'), vehicle, at: tx.at };
    const handOvers = [...manifest.handOvers, handOver];
    const moved = { ...manifest, state: 'inTransit' as const, carrier: taker, vehicle, handOvers };
    if (carriers.includes(taker)) return save(tx, moved, 'WasteHandedOver');
    const named = [...carriers, taker];
    const policy = await policyOf(tx, generator, [disposer, ...named]);
    const key = save(tx, moved, 'WasteHandedOver');
    tx.state.putGuarded('man', [manifest.manifest], { ...moved, carriers: named }, policy);
    return key;
  },

  accept: async (tx) => {
    const { drums, weighbridge } = tx.payload;
    const manifest = await loadManifest(tx, tx.payload.manifest);
    const { manifest: name, lines, generator, disposer, code, to } = manifest;
    assertConcerned(tx, 'acceptor', [disposer]);
    assertConcerned(tx, 'driver', manifest.carriers);
    assertDrumsNamed(lines, drums);
    await tx.judgement.whereabouts([generator, disposer], () => {
      assertManifestState('accept', manifest.state);
    });
    const licences = await licencesOf(tx, disposer);
    await tx.judgement.rule(disposer, () => {
      assertCodeLicensed(licences, code, tx.at, to);
    });
    const differences = [...differencesOf(lines, drums, generator, tx.at)];
    if (differences.length > 0) tx.judgement.deviate('WASTE_WEIGHT_DIFFERS', generator);
    for (const { drum, verdict } of drums) await setDrum(tx, drum, verdict, name);
    const signers = { acceptor: signedByOf(tx, 'acceptor'), driver: signedByOf(tx, 'driver') };
    const received = { drums, weighbridge, ...signers, at: tx.at };
    return save(tx, { ...manifest, state: stateAfter(drums), received, differences }, 'WasteAccepted');
  },

  answer: async (tx) => {
    const manifest = await loadOwn(tx);
    const { drum, reason, statement } = tx.payload;
    assertManifestState('answer', manifest.state);
    const open = manifest.differences.find((each) => each.drum === drum && each.answer === null);
    if (open === undefined) throw new YaosuError('WASTE_DIFFERENCE_UNKNOWN', { drum });
    const answer = { reason, statement, by: signedByOf(tx, 'generator'), at: tx.at };
    const differences = manifest.differences.map((each) => (each === open ? { ...each, answer } : each));
    return save(tx, { ...manifest, differences }, 'WasteDifferenceAnswered');
  },

  close: async (tx) => {
    const manifest = await loadManifest(tx, tx.payload.manifest);
    assertConcerned(tx, 'acceptor', [manifest.disposer]);
    assertManifestState('close', manifest.state);
    const open = manifest.differences.find(({ answer }) => answer === null);
    if (open !== undefined) throw new YaosuError('WASTE_DIFFERENCE_OPEN', { drum: open.drum });
    const drums = manifest.received?.drums ?? [];
    await settlePlan(tx, manifest, acceptedGrams(drums));
    for (const { drum, verdict } of drums) if (verdict === 'refused') await setDrum(tx, drum, 'sealed', null);
    const closed = { by: signedByOf(tx, 'acceptor'), at: tx.at, certificate: tx.payload.certificate };
    return save(tx, { ...manifest, state: 'closed', closed }, 'WasteManifestClosed');
  },
};

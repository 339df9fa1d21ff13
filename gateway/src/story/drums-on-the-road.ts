/** The shortest way to drums of waste at the gate or on their way to the disposer, for tests that begin there. */
import { foreignHash } from '@yaosu/chaincode/signing/code-hash';
import { wasteActs } from '@yaosu/chaincode/model/waste/acts';
import type { Ports } from '../ports.js';
import { FIRM } from './cast.js';
import { SOLVENT, WASTE } from './figures.js';
import { registerSolvent } from './spent-solvent.js';
import { Stage } from './stage.js';
import { KEEPER, manifestOf, plan } from './waste.js';

/** Sealed drums with the draft of their manifest. */
export interface DrumsAtTheGate {
  readonly stage: Stage;
  readonly manifest: string;
  readonly drums: readonly string[];
  /** Codes of the drums as printed on their labels. */
  readonly labels: readonly string[];
}
/** The same, gone. */
export type DrumsOnTheRoad = DrumsAtTheGate;

/** A disposer whose plan is agreed on before anything is drafted. */
export interface Taking {
  readonly disposer: string;
  readonly keeper: string;
  readonly licence: string;
}

const NEAR: Taking = { disposer: FIRM.disposer, keeper: 'disposer-keeper', licence: 'JSWF-2021-1010' };
/** Beyond a province border, without the approval that it takes. */
export const FAR: Taking = {
  disposer: FIRM.farDisposer,
  keeper: 'far-disposer-keeper',
  licence: 'ZJWF-2021-1313',
};

const sealDrum = async (stage: Stage, stream: string, label: string): Promise<string> => {
  const drum = foreignHash(label);
  await stage.send(KEEPER, wasteActs.open, { drum, kind: 'drum', stream, tare: SOLVENT.tareGrams });
  await stage.send(KEEPER, wasteActs.fill, { drum, grams: SOLVENT.filledGrams, sources: [] });
  await stage.send(KEEPER, wasteActs.seal, { drum, ...WASTE.sent });
  return drum;
};

/** Fills so many drums alike and drafts the manifest of each group. @throws StoryFailed at the first refusal */
export const draftDrums = async (
  url: string,
  ports: Ports,
  groups: readonly { readonly count: number; readonly taking?: Taking }[],
): Promise<readonly DrumsAtTheGate[]> => {
  const stage = await Stage.open(url, ports);
  const stream = await registerSolvent(stage);
  const drafted: DrumsAtTheGate[] = [];
  const planned = new Set<string>();
  for (const [at, { count, taking = NEAR }] of groups.entries()) {
    const { disposer, keeper, licence } = taking;
    if (!planned.has(disposer)) await plan(stage, disposer, keeper, licence);
    planned.add(disposer);
    const labels = Array.from({ length: count }, (_, n) => `QT-DRUM-${stage.run}-${String(at)}${String(n)}`);
    const drums: string[] = [];
    for (const label of labels) drums.push(await sealDrum(stage, stream, label));
    const payload = { ...manifestOf(stage, drums[0] ?? '', disposer), drums };
    await stage.send(KEEPER, wasteActs.createManifest, payload);
    drafted.push({ stage, manifest: payload.manifest, drums, labels });
  }
  return drafted;
};

/** Fills so many drums alike and sends them off. @throws StoryFailed at the first refusal */
export const sendDrums = async (url: string, ports: Ports, count: number): Promise<DrumsOnTheRoad> => {
  const [sent] = (await draftDrums(url, ports, [{ count }])) as [DrumsAtTheGate];
  const { stage, manifest } = sent;
  const crew = { with: [await stage.as('waste-driver'), await stage.as('waste-escort')] };
  await stage.send(KEEPER, wasteActs.depart, { manifest, permit: null }, crew);
  return sent;
};

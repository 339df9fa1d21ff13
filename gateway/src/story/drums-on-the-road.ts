/** The shortest way to drums of waste on their way to the disposer, for tests that begin at its scales. */
import { foreignHash } from '@yaosu/chaincode/signing/code-hash';
import { wasteActs } from '@yaosu/chaincode/model/waste/acts';
import type { Ports } from '../ports.js';
import { FIRM } from './cast.js';
import { SOLVENT, WASTE } from './figures.js';
import { registerSolvent } from './spent-solvent.js';
import { Stage } from './stage.js';
import { KEEPER, manifestOf, plan } from './waste.js';

/** Drums that have left the generator's gate with their manifest. */
export interface DrumsOnTheRoad {
  readonly stage: Stage;
  readonly manifest: string;
  readonly drums: readonly string[];
}

const sealDrum = async (stage: Stage, stream: string, number: number): Promise<string> => {
  const drum = foreignHash(`QT-DRUM-${stage.run}-${String(number)}`);
  await stage.send(KEEPER, wasteActs.open, { drum, kind: 'drum', stream, tare: SOLVENT.tareGrams });
  await stage.send(KEEPER, wasteActs.fill, { drum, grams: SOLVENT.filledGrams, sources: [] });
  await stage.send(KEEPER, wasteActs.seal, { drum, ...WASTE.sent });
  return drum;
};

/** Fills so many drums alike and sends them off. @throws StoryFailed at the first refusal */
export const sendDrums = async (url: string, ports: Ports, count: number): Promise<DrumsOnTheRoad> => {
  const stage = await Stage.open(url, ports);
  const stream = await registerSolvent(stage);
  const drums: string[] = [];
  for (let number = 1; number <= count; number += 1) drums.push(await sealDrum(stage, stream, number));
  await plan(stage, FIRM.disposer, 'disposer-keeper', 'JSWF-2021-1010');
  const payload = { ...manifestOf(stage, drums[0] ?? '', FIRM.disposer), drums };
  const { manifest } = payload;
  await stage.send(KEEPER, wasteActs.createManifest, payload);
  const crew = { with: [await stage.as('waste-driver'), await stage.as('waste-escort')] };
  await stage.send(KEEPER, wasteActs.depart, { manifest, permit: null }, crew);
  return { stage, manifest, drums };
};

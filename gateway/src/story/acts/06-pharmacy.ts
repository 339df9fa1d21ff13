/** Act 6: from the wholesaler to the patient, and what comes back. */
import { stockOf } from '../batches.js';
import { sellCase } from '../case-sale.js';
import { Counter } from '../dispensing.js';
import { TRADE } from '../figures.js';
import { StoryFailed, type Stage } from '../stage.js';
import { openPallet } from '../wholesale.js';
import { given, type World } from '../world.js';
import type { StoryAct } from './index.js';

const play = async (stage: Stage, world: World): Promise<readonly string[]> => {
  await openPallet(stage, world);
  const [first, second, third, fourth, fifth] = await sellCase(stage, world);
  if (!first || !second || !third || !fourth || !fifth) throw new StoryFailed('the case file is short');
  const counter = new Counter(stage, world);
  const dispensed = [first, second, third];
  for (const pack of dispensed) await counter.dispense(pack);
  stage.same('packs dispensed', dispensed.length, TRADE.dispensed);
  await counter.refuseUnproved(fifth);
  await counter.dispenseOffline(fourth);
  await counter.contradict(fifth);
  await counter.takeBack(third);
  const { batch } = given(world, 'packed');
  stage.same('packs at the pharmacy', await stockOf(stage, 'pharmacist', batch), TRADE.atPharmacy);
  world.spare = counter.payloadOf(fifth);
  world.dispensed = { unit: counter.payloadOf(first).unit, serial: first.serial };
  return [
    'sale to an address off the licence refused; one case of 100 received, inspected and opened by the pharmacy',
    '3 packs dispensed; a second dispensing and a serial without proof refused',
    'one dispensed off line recorded with its deviation; one against the ledger is a dispute of pharmacy and maker',
    'a pack brought back is returned stock, then pending until quality decides',
  ];
};

/** Act 6. */
export const pharmacy: StoryAct = { number: 6, title: 'Wholesaler, pharmacy, patient', play };

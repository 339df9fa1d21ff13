/** Incidents that the story leaves out: with its load and with its waste, as their drivers report them. */
import { ACTS } from '@yaosu/chaincode/model/acts';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import type { Stage } from '@yaosu/gateway/story/stage';
import { given, type World } from '@yaosu/gateway/story/world';

interface Reported {
  readonly key: string;
  /** Digest of what the driver wrote. */
  readonly words: string;
}

const report = async (stage: Stage, login: string, type: 'ship' | 'man', id: string): Promise<Reported> => {
  const incident = stage.newId();
  const stored = await stage.store(login, { words: `what the driver saw of ${type}` });
  const evidence = String(stored['plaintextDigest']);
  await stage.send(login, ACTS.Incident.report, { incident, subject: { type, id }, kind: 'spill', evidence });
  return { key: keyOf('inc', incident), words: evidence };
};

/** Keys of both, and what their drivers wrote. */
export const incidentsOf = async (
  stage: Stage,
  world: World,
): Promise<Readonly<Record<'incShip' | 'incMan' | 'incShipWords' | 'incManWords', string>>> => {
  const ship = await report(stage, 'carrier-driver', 'ship', given(world, 'shipment'));
  const man = await report(stage, 'waste-driver', 'man', given(world, 'manifest'));
  return { incShip: ship.key, incMan: man.key, incShipWords: ship.words, incManWords: man.words };
};

/** Incidents that the story leaves out: with its load and with its waste, as their drivers report them. */
import { ACTS } from '@yaosu/chaincode/model/acts';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import type { Stage } from '@yaosu/gateway/story/stage';
import { given, type World } from '@yaosu/gateway/story/world';

const report = async (stage: Stage, login: string, type: 'ship' | 'man', id: string): Promise<string> => {
  const incident = stage.newId();
  const evidence = stage.digest('what the driver saw');
  await stage.send(login, ACTS.Incident.report, { incident, subject: { type, id }, kind: 'spill', evidence });
  return keyOf('inc', incident);
};

/** Keys of both. */
export const incidentsOf = async (
  stage: Stage,
  world: World,
): Promise<{ readonly incShip: string; readonly incMan: string }> => ({
  incShip: await report(stage, 'carrier-driver', 'ship', given(world, 'shipment')),
  incMan: await report(stage, 'waste-driver', 'man', given(world, 'manifest')),
});

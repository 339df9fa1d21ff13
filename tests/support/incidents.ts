/** Incidents with the loads of the tests. */
import { ACTS } from '@yaosu/chaincode/model/acts';
import { digest, freshId } from './payloads.js';
import { shipmentInTransit } from './shipments.js';
import type { Stage } from './stage.js';
import { depart, draftManifest } from './waste.js';

type Payload = Record<string, unknown>;

/** That a drum or a case leaks; `change` says otherwise. */
export const incidentOf = (type: 'ship' | 'man', id: string, change: Payload = {}): Payload => ({
  incident: freshId(),
  subject: { type, id },
  kind: 'spill',
  evidence: digest('what the driver saw'),
  ...change,
});

/** An incident with goods of `maker` that `carrier` drives to `wholesaler`. @returns its id */
export const shipmentIncident = async (stage: Stage): Promise<string> => {
  const { shipment } = await shipmentInTransit(stage);
  const payload = incidentOf('ship', shipment);
  await stage.must('carrierDriver', ACTS.Incident.report, payload);
  return String(payload['incident']);
};

/** An incident with waste of `maker` that `hauler` drives to `disposer`. @returns its id */
export const wasteIncident = async (stage: Stage): Promise<string> => {
  const { manifest } = await depart(stage, await draftManifest(stage));
  const payload = incidentOf('man', manifest);
  await stage.must('haulerDriver', ACTS.Incident.report, payload);
  return String(payload['incident']);
};

/** That it was looked into. */
export const closing = (incident: string, change: Payload = {}): Payload => ({
  incident,
  conclusion: 'investigated',
  report: digest('what quality found'),
  ...change,
});

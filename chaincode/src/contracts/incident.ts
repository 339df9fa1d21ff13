import { incidentActs } from '../model/incident/acts.js';
import { incidentRecord, type IncidentRecord, type IncidentSubject } from '../model/incident/schemas.js';
import { INCIDENT_STEPS, type IncidentState } from '../model/incident/states.js';
import { YaosuError } from '../model/kernel/errors.js';
import { keyOf } from '../model/kernel/keys.js';
import { concernedBy } from '../rules/shipment/named-on.js';
import { partiesOf } from '../rules/waste/parties-of.js';
import { assertConcerned, assertOwn, signedByOf, type ActTransaction } from './act-transaction.js';
import { policyOf } from './goods/hosts.js';
import { newContract } from './new-contract.js';
import { loadShipment } from './shipment/load-shipment.js';
import { loadManifest } from './waste/load.js';

/** Whom a load concerns, and who answers for what happens to it. */
interface Load {
  readonly concerned: readonly string[];
  readonly owner: string;
}

/** @throws SHIPMENT_NOT_FOUND, SUBJECT_NOT_FOUND */
const loadSubject = async (tx: ActTransaction, { type, id }: IncidentSubject): Promise<Load> => {
  if (type === 'ship') {
    const shipment = await loadShipment(tx, id);
    return { concerned: concernedBy(shipment), owner: shipment.owner };
  }
  const manifest = await loadManifest(tx, id);
  return { concerned: partiesOf(manifest), owner: manifest.generator };
};

/** @throws INCIDENT_NOT_FOUND */
const loadIncident = async ({ state }: ActTransaction, incident: string): Promise<IncidentRecord> => {
  const record = await state.get(incidentRecord, 'inc', incident);
  if (record === undefined) throw new YaosuError('INCIDENT_NOT_FOUND', { incident });
  return record;
};

const CLOSABLE: readonly IncidentState[] = INCIDENT_STEPS.close;

/** Incidents. */
export const IncidentContract = newContract('Incident', incidentActs, {
  report: async (tx) => {
    const { incident, subject } = tx.payload;
    const { concerned, owner } = await loadSubject(tx, subject);
    assertConcerned(tx, 'reporter', concerned);
    const reported = { by: signedByOf(tx, 'reporter'), at: tx.at };
    const record = { ...tx.payload, owner, reported, state: 'open', closed: null };
    tx.state.putGuarded('inc', [incident], record, await policyOf(tx, owner, concerned));
    tx.emit('IncidentReported', [keyOf('inc', incident)]);
    return { key: keyOf('inc', incident) };
  },

  close: async (tx) => {
    const { incident, conclusion, report } = tx.payload;
    const record = await loadIncident(tx, incident);
    assertOwn(tx, 'closer', record.owner);
    if (!CLOSABLE.includes(record.state)) throw new YaosuError('STATE_WRONG', { state: record.state });
    const closed = { conclusion, report, by: signedByOf(tx, 'closer'), at: tx.at };
    tx.state.put('inc', [incident], { ...record, state: 'closed', closed });
    tx.emit('IncidentClosed', [keyOf('inc', incident)]);
    return { key: keyOf('inc', incident) };
  },
});

/** The load that an incident is about, as the phone knows it without signal. */
import { incidentActs } from '@yaosu/chaincode/model/incident/acts';
import type { IncidentSubject } from '@yaosu/chaincode/model/incident/schemas';
import { concernedBy } from '@yaosu/chaincode/rules/shipment/named-on';
import { partiesOf } from '@yaosu/chaincode/rules/waste/parties-of';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import type { DeviceSession } from '@yaosu/gateway/api/browser/device-session';
import { wasteOnBoard } from '../safety/waste-on-board.js';
import { maySign } from '../session/may-sign.js';
import type { Manifest, Reference, Trip } from '../shipments/reference.js';

/** A load. */
export interface Load {
  readonly subject: IncidentSubject;
  /** For people: number of the note, code of the waste. */
  readonly title: string;
  /** Who may report an incident with it, by the peers' own rule. */
  readonly concerned: readonly string[];
  /** Waste is on board: its safety card comes first. */
  readonly isDangerous: boolean;
}

type Who = Pick<DeviceSession, 'enterprise' | 'roles' | 'functions'>;

/** A trip's load; the vehicle may have waste on board beside it. */
export const loadOfTrip = (
  { enterprise }: Pick<Who, 'enterprise'>,
  trip: Trip,
  reference: Pick<Reference, 'manifests'>,
): Load => ({
  subject: { type: 'ship', id: trip.shipment },
  title: trip.noteNo,
  concerned: concernedBy(trip),
  isDangerous: wasteOnBoard(enterprise, reference).length > 0,
});

/** Waste of a manifest. */
export const loadOfManifest = (manifest: Manifest): Load => ({
  subject: { type: 'man', id: manifest.manifest },
  title: manifest.code,
  concerned: partiesOf(manifest),
  isDangerous: true,
});

/** Key of a load, as pages name it. */
export const keyOfLoad = ({ subject: { type, id } }: Pick<Load, 'subject'>): string => keyOf(type, id);

/** The load of a key; undefined when this phone does not know it. */
export const loadOf = (
  who: Pick<Who, 'enterprise'>,
  key: string,
  reference: Pick<Reference, 'trips' | 'manifests'>,
): Load | undefined => {
  const trip = reference.trips.find(({ shipment }) => keyOf('ship', shipment) === key);
  if (trip !== undefined) return loadOfTrip(who, trip, reference);
  const waste = reference.manifests.find(({ manifest }) => keyOf('man', manifest) === key);
  return waste && loadOfManifest(waste);
};

/** Whether this person may report an incident with a load. */
export const mayReport = (who: Who, { concerned }: Pick<Load, 'concerned'>): boolean =>
  concerned.includes(who.enterprise) && maySign(who, incidentActs.report, 'reporter');

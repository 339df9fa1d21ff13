/**
 * Right-formed values that are right where they are put, by hand: `Contract.act` → place → what may stand there. Whatever
 * is not here has to be refused.
 */
type Places = Readonly<Record<string, readonly string[]>>;

const CODE = 'an unknown code';
const LATER_DAY = 'a day far ahead';
const LATER = 'an instant far ahead';
const ZERO = 'zero';
const MUCH = 'far too much';
const UNIT = 'another unit';
const FIRM = 'another firm';

const all = (what: string, ...places: readonly string[]): Places =>
  Object.fromEntries(places.map((place) => [place, [what]]));

/** Digests of words and files, ids of what is made, ends of periods, amounts that are wished or announced. */
export const ACCEPTED: Readonly<Record<string, Places>> = {
  'Enterprise.register': all(LATER, 'key.appointments.0.notAfter', 'key.notAfter'),
  'Enterprise.addLicence': { ...all(CODE, 'evidence'), ...all(LATER_DAY, 'notAfter') },
  // Whose a prefix is, the authority has to know.
  'Enterprise.assignPrefix': all(FIRM, 'enterprise'),
  'Enterprise.approveSupplier': {
    ...all(CODE, 'entry', 'material', 'qualityAgreement'),
    ...all(LATER_DAY, 'nextAudit'),
  },
  'Enterprise.admitKey': all(LATER, 'key.appointments.0.notAfter', 'key.notAfter'),
  'Enterprise.appoint': all(LATER, 'appointments.0.notAfter'),
  'Batch.register': {
    ...all(
      CODE,
      'batch',
      'identity.document',
      'identity.plaintextDigest',
      'identity.ciphertextDigest',
      'identity.escrows.0.wrapDigest',
    ),
    ...all(UNIT, 'unit'),
    ...all(LATER_DAY, 'usableUntil'),
  },
  // A yield beyond its limits opens a deviation, which keeps the batch from its release.
  'Batch.transform': all(MUCH, 'quantity', 'theoretical'),
  'Batch.reject': all(CODE, 'reason'),
  'Batch.hold': all(CODE, 'reason'),
  'Quality.sample': { ...all(CODE, 'sample'), ...all(MUCH, 'quantity') },
  'Quality.result': all(CODE, 'parameter', 'method', 'value', 'limit'),
  'Quality.review': all(CODE, 'report'),
  'Quality.openDeviation': all(CODE, 'description'),
  'Quality.close': all(CODE, 'report'),
  'Stock.adjust': { ...all(ZERO, 'counted'), ...all(CODE, 'evidence') },
  'Stock.destroy': all(CODE, 'certificate'),
  'Order.place': {
    ...all(CODE, 'order'),
    ...all(MUCH, 'lines.0.quantity'),
    ...all(UNIT, 'lines.0.unit'),
    ...all(LATER_DAY, 'requiredBy'),
  },
  'Order.confirm': all(LATER_DAY, 'deliverOn'),
  // Which terms lie under a commitment is for the two to see, and reasons are statements of one's own.
  'Task.sealTerms': all(CODE, 'terms.commitment'),
  'Task.offer': {
    ...all(CODE, 'task', 'material', 'qualityAgreement', 'terms.commitment'),
    ...all(MUCH, 'quantity'),
    ...all(UNIT, 'unit'),
    ...all(LATER_DAY, 'deliverBy'),
  },
  'Task.decline': all(CODE, 'reason'),
  'Task.withdraw': all(CODE, 'reason'),
  'Task.report': all(MUCH, 'made'),
  'Task.dispute': all(CODE, 'reason'),
  'Code.reserve': all(CODE, 'prefix'),
  'Code.commission': all(CODE, 'root'),
  'Code.aggregate': all(CODE, 'container'),
  'Code.withdrawAlias': all(CODE, 'reason'),
  'Code.reverse': all(CODE, 'reason'),
  // Goods of others are shipped by those who keep them; what is announced is not yet loaded.
  'Shipment.create': {
    ...all(CODE, 'shipment'),
    ...all(FIRM, 'owner'),
    ...all(MUCH, 'lines.0.quantity'),
  },
  'Shipment.load': all(CODE, 'grants.0.wrapDigest'),
  'Waste.refuseLoading': all(CODE, 'evidence'),
  'Shipment.refuse': all(CODE, 'evidence'),
  'Telemetry.setProfile': all(CODE, 'product'),
  'Telemetry.recordPages': all(LATER_DAY, 'calibratedUntil'),
  'Telemetry.reportLogger': all(CODE, 'reason'),
  'Telemetry.dispose': all(CODE, 'stability'),
  'Incident.report': all(CODE, 'incident', 'evidence'),
  'Incident.close': all(CODE, 'report'),
  'Document.publish': all(CODE, 'document', 'plaintextDigest', 'ciphertextDigest', 'escrows.0.wrapDigest'),
  'Document.supersede': all(
    CODE,
    'replacement.document',
    'replacement.plaintextDigest',
    'replacement.ciphertextDigest',
    'replacement.escrows.0.wrapDigest',
  ),
  'Document.revoke': all(CODE, 'reason'),
  'Document.grant': { ...all(CODE, 'wrapDigest'), ...all(FIRM, 'enterprise') },
  'Waste.registerStream': { ...all(CODE, 'stream', 'details'), ...all(FIRM, 'operator') },
  'Waste.plan': all(ZERO, 'planned'),
  'Waste.open': { ...all(CODE, 'drum'), ...all(ZERO, 'tare') },
  'Waste.armGroup': all(CODE, 'group'),
  'Waste.createManifest': all(CODE, 'manifest'),
  'Waste.accept': all(CODE, 'weighbridge'),
  'Waste.answer': all(CODE, 'statement'),
  'Recall.signal': all(CODE, 'investigation', 'signal'),
  'Recall.decide': all(CODE, 'decisions.0.reason'),
  'Recall.open': all(CODE, 'reason'),
  'Recall.close': all(CODE, 'report', 'counts.0.reason'),
  'Authority.openCase': all(CODE, 'case', 'grounds'),
  'Dispute.resolve': all(CODE, 'reason'),
  'Attestation.attest': all(CODE, 'attestation', 'root'),
};

const COUNTED = { 'counted.0.batch': [CODE], 'counted.0.quantity': [ZERO, MUCH] };

/** What has happened is recorded with what is wrong in it: a deviation that somebody owns, or a dispute. */
export const TOLD: Readonly<Record<string, Places>> = {
  'Stock.receive': all(MUCH, 'quantity'),
  'Stock.move': all(MUCH, 'quantity'),
  'Stock.destroy': all(MUCH, 'quantity'),
  'Shipment.handOver': COUNTED,
  'Shipment.receive': COUNTED,
  'Recall.respond': {
    ...all(UNIT, 'counts.0.unit'),
    'counts.0.received': [ZERO, MUCH],
    'counts.0.onHand': [ZERO, MUCH],
    'counts.0.inTransit': [MUCH],
    'counts.0.forwarded': [ZERO, MUCH],
    'counts.0.returned': [ZERO, MUCH],
    'counts.0.destroyed': [MUCH],
    'counts.0.used': [ZERO, MUCH],
    'counts.0.lost': [MUCH],
    'counts.0.unaccounted': [ZERO, MUCH],
  },
};

/** Whether a table says so of a place. */
export const says = (
  table: Readonly<Record<string, Places>>,
  act: string,
  place: string,
  what: string,
): boolean => table[act]?.[place]?.includes(what) === true;

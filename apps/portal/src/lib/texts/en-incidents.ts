/** Words of incidents in English. */
export const enIncidents = {
  title: 'Incidents',
  one: 'Incident: {{kind}}',
  none: 'No incidents.',
  all: 'All',
  load: 'Load',
  reported: 'Reported by',
  owner: 'Looked into by',
  said: 'What was reported',
  sealed:
    'Words and photographs lie in the vault of who reported it; who sees this incident may read them. The ledger has their digest.',
  manifest: 'Manifest {{code}} · {{vehicle}}',
};

/** What incidents are and become, in English. */
export const enIncidentValues = {
  spill: 'Spill or leak',
  fire: 'Fire',
  breakdown: 'Breakdown',
  tampering: 'Seal broken or tampering',
  injury: 'Somebody is injured',
  investigated: 'Investigated',
  handedToAuthority: 'Handed to the authority',
};

/** Kinds of loads, in English. */
export const enLoadTypes = { ship: 'Shipment', man: 'Waste manifest' };

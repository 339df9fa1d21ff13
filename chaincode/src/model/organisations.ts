/**
 * The organisations of the network: the one table that topology, channel configuration, collections and deploy
 * files are made from.
 */

/** Names an organisation on the ledger. */
export type MspId = 'ManufacturerMSP' | 'CdmoMSP' | 'LogisticsMSP' | 'RegulatorMSP';

/** An organisation: it runs a peer, a chaincode process and a gateway. */
export interface Organisation {
  readonly mspId: MspId;
  /** Short name, used in host names and folders. */
  readonly name: string;
  /** Enterprise roles that it hosts unless `ent~E` says otherwise. */
  readonly hosts: readonly string[];
}

/** Every organisation, in the order in which ports are given out. */
export const ORGANISATIONS: readonly Organisation[] = [
  { mspId: 'ManufacturerMSP', name: 'manufacturer', hosts: ['mah', 'manufacturer', 'supplier', 'testLab'] },
  { mspId: 'CdmoMSP', name: 'cdmo', hosts: ['cdmo'] },
  {
    mspId: 'LogisticsMSP',
    name: 'logistics',
    hosts: [
      'carrier',
      'logistics3pl',
      'warehouse',
      'wholesaler',
      'pharmacy',
      'hospital',
      'wasteCarrier',
      'wasteDisposer',
    ],
  },
  { mspId: 'RegulatorMSP', name: 'regulator', hosts: ['authority'] },
];

/** MSP ids in the order of the table. */
export const MSP_IDS: readonly MspId[] = ORGANISATIONS.map((organisation) => organisation.mspId);

/** Enterprise that an organisation's own key speaks for, in consequences. */
export const hostEnterprise = (mspId: string): string =>
  `host-${ORGANISATIONS.find((organisation) => organisation.mspId === mspId)?.name ?? 'nobody'}`;

/** The one that admits enterprises and endorses most permissions. */
export const REGULATOR: MspId = 'RegulatorMSP';

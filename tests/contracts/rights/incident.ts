import { ACTS } from '@yaosu/chaincode/model/acts';
import { closing, incidentOf, shipmentIncident, wasteIncident } from '../../support/incidents.js';
import type { Right } from '../../support/right.js';
import { shipmentInTransit } from '../../support/shipments.js';
import { depart, draftManifest } from '../../support/waste.js';

const { Incident } = ACTS;

export const incidentRights: readonly Right[] = [
  {
    act: Incident.report,
    may: [
      'makerKeeper',
      'makerReceiving',
      'makerWaste',
      'carrierDispatch',
      'carrierDriver',
      'wholesalerKeeper',
      'wholesalerReceiving',
    ],
    command: async (stage) => ({ payload: incidentOf('ship', (await shipmentInTransit(stage)).shipment) }),
  },
  {
    act: Incident.report,
    may: [
      'makerKeeper',
      'makerReceiving',
      'makerWaste',
      'haulerDriver',
      'haulerEscort',
      'haulerRelief',
      'disposerKeeper',
    ],
    command: async (stage) => {
      const { manifest } = await depart(stage, await draftManifest(stage));
      return { payload: incidentOf('man', manifest) };
    },
  },
  {
    act: Incident.close,
    may: ['makerQuality', 'makerWaste'],
    command: async (stage) => ({ payload: closing(await shipmentIncident(stage)) }),
  },
  {
    act: Incident.close,
    may: ['makerQuality', 'makerWaste'],
    command: async (stage) => ({ payload: closing(await wasteIncident(stage)) }),
  },
];

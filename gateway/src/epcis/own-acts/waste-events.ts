/** Waste on its way as events over the codes of its drums. */
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import type { ManifestRecord } from '@yaosu/chaincode/model/waste/manifest-schemas';
import { codeName, manifestName } from './names.js';
import { at, sideOf, type EventsOf, type Step } from './own-event.js';
import { writtenOf } from './written-act.js';

const manifestEvent =
  (stage: Step, siteOf: (manifest: ManifestRecord) => string | null): EventsOf =>
  (act) =>
    writtenOf<ManifestRecord>(act, 'man').map((manifest) => {
      const site = siteOf(manifest);
      return {
        event: {
          type: 'ObjectEvent',
          action: 'OBSERVE',
          ...stage,
          epcList: manifest.lines.map(({ drum }) => codeName(drum)),
          ...(site === null ? {} : { readPoint: at(site)['readPoint'] }),
          bizTransactionList: [{ bizTransaction: manifestName(manifest.manifest) }],
          sourceList: sideOf('source', manifest.generator, manifest.from),
          destinationList: sideOf('destination', manifest.disposer, manifest.to),
        },
        seenBy: { records: [keyOf('man', manifest.manifest)] },
        batches: [],
        stock: [],
        taken: [],
      };
    });

/** Drums leave the generator's gate. */
export const wasteDeparted = manifestEvent(
  { bizStep: 'shipping', disposition: 'in_transit' },
  ({ from }) => from,
);

/** One driver gives the drums to the next. */
export const wasteHandedOver = manifestEvent(
  { bizStep: 'transporting', disposition: 'in_transit' },
  () => null,
);

/** Drums are weighed and accepted, refused or missing at the disposer's scales. */
export const wasteAccepted = manifestEvent(
  { bizStep: 'accepting', disposition: 'in_progress' },
  ({ to }) => to,
);

import { useQuery } from '@tanstack/react-query';
import type { ShipmentRecord } from '@yaosu/chaincode/model/shipment/schemas';
import { api } from '../../lib/api.js';
import { useSignedIn } from '../../lib/session.js';

/** A document that is opened to an enterprise by the load. */
export interface NeededGrant {
  readonly document: string;
  readonly enterprise: string;
}

/** Identity documents of the own lots on a shipment, which consignee and owner have to be able to read. */
export const useNeededGrants = (shipment: ShipmentRecord | undefined): readonly NeededGrant[] => {
  const { enterprise: own } = useSignedIn();
  const { data } = useQuery({
    queryKey: ['neededGrants', shipment?.shipment],
    queryFn: async () => {
      const { lines = [], consignee = own, owner = own } = shipment ?? {};
      const batches = await Promise.all(lines.map(({ batch }) => api.read('batch', { id: batch })));
      const documents = batches
        .filter(({ batch }) => batch.issuer === own)
        .map(({ batch }) => batch.identity);
      const readers = [...new Set([consignee, owner])].filter((each) => each !== own);
      return documents.flatMap((document) => readers.map((enterprise) => ({ document, enterprise })));
    },
    enabled: shipment?.state === 'ready' && shipment.consignor === own,
  });
  return data ?? [];
};

import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ShipmentRecord } from '@yaosu/chaincode/model/shipment/schemas';
import { api } from '../../lib/api.js';
import { useSignedIn } from '../../lib/session.js';

/** A document that is opened to an enterprise by the load. */
export interface NeededGrant {
  readonly document: string;
  readonly enterprise: string;
}

/**
 * Identity documents of the own lots on a shipment, which consignee and owner have to be able to read.
 * Nothing is needed once it is loaded, or where another enterprise loads.
 */
export const useNeededGrants = ({
  shipment,
  state,
  consignor,
  consignee,
  owner,
  lines,
}: ShipmentRecord): UseQueryResult<readonly NeededGrant[]> => {
  const { enterprise: own } = useSignedIn();
  const loadsNext = state === 'ready' && consignor === own;
  return useQuery({
    queryKey: ['neededGrants', shipment, loadsNext],
    queryFn: async (): Promise<readonly NeededGrant[]> => {
      const batches = await Promise.all(lines.map(({ batch }) => api.read('batch', { id: batch })));
      const documents = batches
        .filter(({ batch }) => batch.issuer === own)
        .map(({ batch }) => batch.identity);
      const readers = [...new Set([consignee, owner])].filter((each) => each !== own);
      return documents.flatMap((document) => readers.map((enterprise) => ({ document, enterprise })));
    },
    ...(loadsNext ? {} : { enabled: false, initialData: [] }),
  });
};

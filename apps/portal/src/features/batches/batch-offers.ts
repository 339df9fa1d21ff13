/** Acts on a batch, with what its page knows for their forms. */
import { authorityActs } from '@yaosu/chaincode/model/authority/acts';
import { batchActs } from '@yaosu/chaincode/model/batch/acts';
import { documentActs } from '@yaosu/chaincode/model/document/acts';
import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import { qualityActs } from '@yaosu/chaincode/model/quality/acts';
import { recallActs } from '@yaosu/chaincode/model/recall/acts';
import { stockActs } from '@yaosu/chaincode/model/stock/acts';
import type { ReadAnswer } from '@yaosu/gateway/api/reads';
import type { Offer } from '../../ui/act-links.js';

type Batch = ReadAnswer<'batch'>['batch'];
type Line = ReadAnswer<'stock'>['stock'][number];

/** Acts of quality. */
export const qualityOffers = ({ batch, unit, site }: Batch): readonly Offer[] => [
  { act: qualityActs.sample, fixed: { batch }, start: { unit, site } },
  { act: qualityActs.review, fixed: { batch } },
  { act: qualityActs.openDeviation, fixed: { batch } },
];

const releaseOf = ({ disposition, market, kind }: Batch): readonly Act[] => {
  if (disposition === 'inProcess' || disposition === 'quarantine') {
    return [batchActs.releaseFromSite, batchActs.reject];
  }
  if (disposition !== 'released') return [];
  return kind === 'packed' && market === 'none'
    ? [batchActs.releaseToMarket, batchActs.reject]
    : [batchActs.reject];
};

/** The releases that are next, and the verdict against it. */
export const releaseOffers = (record: Batch): readonly Offer[] =>
  releaseOf(record).map((act) => ({ act, fixed: { batch: record.batch } }));

/** What its owner and holders, and authorities, may do with it. */
export const batchOffers = ({ batch, unit, disposition, site, manufacturer }: Batch): readonly Offer[] => [
  ...(disposition === 'inProcess' ? [{ act: batchActs.transform, fixed: { batch, unit } }] : []),
  { act: batchActs.hold, fixed: { batch, parcel: null } },
  { act: documentActs.publish, fixed: { batch } },
  { act: recallActs.signal, fixed: { batch } },
  {
    act: authorityActs.openCase,
    fixed: { root: batch, parcel: null },
    start: { site: { enterprise: manufacturer, gln: site } },
  },
];

/** Acts on a line of stock. */
export const stockOffers = ({ batch, unit, site, status, quantity, shipment }: Line): readonly Offer[] => {
  const fixed = { batch, unit, status };
  if (shipment !== null)
    return [{ act: stockActs.receive, fixed: { batch, unit, shipment }, start: { quantity } }];
  const onShelf = { fixed: { ...fixed, site }, start: { quantity } };
  return [
    { act: stockActs.inspect, ...onShelf },
    { act: stockActs.move, ...onShelf },
    { act: stockActs.split, ...onShelf },
    { act: stockActs.use, fixed: { batch, unit, site }, start: { quantity } },
    { act: stockActs.adjust, fixed: { ...fixed, site }, start: { booked: quantity } },
    { act: stockActs.destroy, ...onShelf },
  ];
};

/** Acts on a batch, with what its page knows for their forms. */
import { HEADS, type ActHead } from '@yaosu/chaincode/model/act-heads.computed';
import type { ReadAnswer } from '@yaosu/gateway/api/reads';
import type { Offer } from '../../ui/act-links.js';

type Batch = ReadAnswer<'batch'>['batch'];
type Line = ReadAnswer<'stock'>['stock'][number];

/** Acts of quality. */
export const qualityOffers = ({ batch, unit, site }: Batch): readonly Offer[] => [
  { act: HEADS.Quality.sample, fixed: { batch }, start: { unit, site } },
  { act: HEADS.Quality.review, fixed: { batch } },
  { act: HEADS.Quality.openDeviation, fixed: { batch } },
];

const releaseOf = ({ disposition, market, kind }: Batch): readonly ActHead[] => {
  if (disposition === 'inProcess' || disposition === 'quarantine') {
    return [HEADS.Batch.releaseFromSite, HEADS.Batch.reject];
  }
  if (disposition !== 'released') return [];
  return kind === 'packed' && market === 'none'
    ? [HEADS.Batch.releaseToMarket, HEADS.Batch.reject]
    : [HEADS.Batch.reject];
};

/** The releases that are next, and the verdict against it. */
export const releaseOffers = (record: Batch): readonly Offer[] =>
  releaseOf(record).map((act) => ({ act, fixed: { batch: record.batch } }));

/** What its owner and holders, and authorities, may do with it. */
export const batchOffers = ({ batch, unit, disposition, site, manufacturer }: Batch): readonly Offer[] => [
  ...(disposition === 'inProcess' ? [{ act: HEADS.Batch.transform, fixed: { batch, unit } }] : []),
  { act: HEADS.Batch.hold, fixed: { batch, parcel: null } },
  { act: HEADS.Document.publish, fixed: { batch } },
  { act: HEADS.Recall.signal, fixed: { batch } },
  {
    act: HEADS.Authority.openCase,
    fixed: { root: batch, parcel: null },
    start: { site: { enterprise: manufacturer, gln: site } },
  },
];

/** Acts on a line of stock. */
export const stockOffers = ({ batch, unit, site, status, quantity, shipment }: Line): readonly Offer[] => {
  const fixed = { batch, unit, status };
  if (shipment !== null)
    return [{ act: HEADS.Stock.receive, fixed: { batch, unit, shipment }, start: { quantity } }];
  const onShelf = { fixed: { ...fixed, site }, start: { quantity } };
  return [
    { act: HEADS.Stock.inspect, ...onShelf },
    { act: HEADS.Stock.move, ...onShelf },
    { act: HEADS.Stock.split, ...onShelf },
    { act: HEADS.Stock.use, fixed: { batch, unit, site }, start: { quantity } },
    { act: HEADS.Stock.adjust, fixed: { ...fixed, site }, start: { booked: quantity } },
    { act: HEADS.Stock.destroy, ...onShelf },
  ];
};

import { ACTS } from '@yaosu/chaincode/model/acts';
import { digest } from '../../support/payloads.js';
import { registeredLot } from '../../support/goods.js';
import {
  count,
  decidedMarketed,
  decision,
  investigating,
  newChain,
  openPayload,
  opened,
  response,
  sealed,
  signalled,
  signalPayload,
  stopped,
} from '../../support/recall.js';
import type { Right } from '../../support/right.js';

const { signal, investigate, stop, confirmStops, extend, seal, decide, open, respond, close } = ACTS.Recall;

/** Who answers for the supplier's lot, and the drug authority. */
const OF_SUPPLIER = ['supplierQp', 'drugInspector'] as const;
/** Who answers for the maker's drug, and the drug authority. */
const OF_MAKER = ['makerQp', 'makerQuality', 'drugInspector'] as const;

export const recallRights: readonly Right[] = [
  {
    act: signal,
    may: [
      'drugInspector',
      'envInspector',
      'makerQuality',
      'makerQp',
      'makerKeeper',
      'makerReceiving',
      'rivalAll',
      'supplierQp',
      'supplierKeeper',
      'cdmoQp',
      'cdmoKeeper',
      'cdmoReceiving',
      'wholesalerKeeper',
      'wholesalerReceiving',
      'wholesalerQuality',
      'pharmacist',
      'pharmacyReceiving',
      'disposerKeeper',
    ],
    command: async (stage) => ({ payload: signalPayload((await registeredLot(stage)).batch) }),
  },
  {
    act: investigate,
    may: OF_SUPPLIER,
    command: async (stage) => {
      const { batch } = await registeredLot(stage, { firm: 'supplier' });
      return { payload: { investigation: await signalled(stage, batch), roots: [batch] } };
    },
  },
  {
    act: stop,
    may: OF_SUPPLIER,
    command: async (stage) => {
      const { batch } = await registeredLot(stage, { firm: 'supplier' });
      return { payload: { investigation: await investigating(stage, batch), batches: [batch] } };
    },
  },
  {
    act: confirmStops,
    may: ['drugInspector'],
    command: async (stage) => {
      const chain = await newChain(stage);
      return { payload: { investigation: await stopped(stage, chain), batches: [chain.middle, chain.leaf] } };
    },
  },
  {
    act: extend,
    may: 'hosts',
    command: async (stage) => {
      const { root, middle } = await newChain(stage);
      const investigation = await investigating(stage, root);
      await stage.must('supplierQp', stop, { investigation, batches: [root] });
      return { payload: { investigation, edges: [{ from: root, to: middle }] } };
    },
  },
  {
    act: seal,
    may: 'hosts',
    command: async (stage) => {
      const chain = await newChain(stage);
      return { payload: { investigation: await stopped(stage, chain), members: [chain.leaf] } };
    },
  },
  {
    act: decide,
    may: OF_SUPPLIER,
    command: async (stage) => {
      const chain = await newChain(stage);
      return {
        payload: {
          investigation: await sealed(stage, chain),
          decisions: [decision(chain.leaf, 'excluded')],
        },
      };
    },
  },
  {
    act: open,
    may: ['makerQp', 'makerQuality'],
    command: async (stage) => ({ payload: openPayload((await decidedMarketed(stage)).investigation) }),
  },
  {
    act: respond,
    may: [
      'makerQuality',
      'makerQp',
      'makerKeeper',
      'rivalAll',
      'cdmoQp',
      'cdmoKeeper',
      'carrierDispatch',
      'wholesalerKeeper',
      'wholesalerQuality',
      'pharmacist',
    ],
    command: async (stage) => {
      const { investigation, batch } = await opened(stage);
      return { payload: response(investigation, [count(batch)]) };
    },
  },
  {
    act: close,
    may: OF_MAKER,
    command: async (stage) => {
      const { investigation, batch } = await opened(stage);
      const counts = [{ ...count(batch), reason: digest('sold abroad') }];
      return { payload: { investigation, report: digest('report'), counts } };
    },
  },
];

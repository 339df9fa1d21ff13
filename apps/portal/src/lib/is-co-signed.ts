import type { ActHead } from '@yaosu/chaincode/model/act-heads.computed';

/** Acts that phones sign where the goods are, without signal. */
const isOnPhones = ({ contract }: ActHead): boolean => contract === 'Shipment';

/** Whether several people may sign an act at desks. */
export const isCoSigned = (act: ActHead): boolean => Object.keys(act.parties).length > 1 && !isOnPhones(act);

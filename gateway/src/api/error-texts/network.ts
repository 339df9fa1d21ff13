import type { NETWORK_ERRORS } from '@yaosu/chaincode/model/network/errors';
import { broken, exists, forbidden, type ErrorMeaning } from '../error-meaning.js';

/** Refusals of the network subject. */
export const networkTexts: Readonly<Record<(typeof NETWORK_ERRORS)[number], ErrorMeaning>> = {
  NETWORK_ALREADY_OPEN: exists('网络已开通。', 'The network is open already.'),
  NETWORK_OPENER_FOREIGN: forbidden('只有监管机构可以开通网络。', 'Only the regulator opens the network.'),
  HOST_UNFIT: broken('各组织的节点密钥不完整。', 'Every organisation needs one host key.'),
};

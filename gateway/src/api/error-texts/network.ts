import type { NETWORK_ERRORS } from '@yaosu/chaincode/model/network/errors';
import { broken, exists, forbidden, type ErrorMeaning } from '../error-meaning.js';

/** Refusals of the network subject. */
export const networkTexts: Readonly<Record<(typeof NETWORK_ERRORS)[number], ErrorMeaning>> = {
  NETWORK_ALREADY_OPEN: exists('网络已开通。', 'The network is open already.'),
  NETWORK_OPENER_FOREIGN: forbidden('只有监管机构可以开通网络。', 'Only the regulator opens the network.'),
  BEHAVIOUR_UNKNOWN: broken(
    '本组织的链码尚无该版本规则。',
    "This organisation's chaincode does not have that behaviour yet.",
  ),
  BEHAVIOUR_NOT_NEXT: broken('规则只能逐版启用。', 'Behaviours are adopted one after the other.'),
  HOST_UNFIT: broken('各组织的节点密钥不完整。', 'Every organisation needs one host key.'),
};

import { canonicalJson } from '@yaosu/chaincode/signing/canonical-json';
import { newClient } from '../api/client.js';

/** What a verifier trusts, as a gateway says it. @throws ApiError */
export const trustOf = async (url: string): Promise<string> => {
  const { trust } = await newClient(url).read('trust', {});
  return canonicalJson(trust);
};

import { storeDocument } from '@yaosu/gateway/api/store-document';
import { random128 } from '@yaosu/identity/keys/own-command';
import { api } from '../api.js';
import type { Texts } from './to-payload.js';

/** The vault of the own enterprise, behind the gateway of this page. */
export const VAULT: Texts = {
  store: (text) => storeDocument(api, random128(), { text }),
  opaque: async (of, code) => (await api.call('opaqueId', { of, code })).id,
  share: async (document, enterprise) =>
    (await api.call('shareDocument', { document, enterprise })).wrapDigest,
};

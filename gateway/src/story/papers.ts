/** Documents that firms publish about batches. */
import { documentActs } from '@yaosu/chaincode/model/document/acts';
import type { Stage } from './stage.js';

type Content = Readonly<Record<string, unknown>>;

/** Stores, escrows and publishes a document about a batch. @returns its id */
export const publish = async (
  stage: Stage,
  login: string,
  about: { readonly kind: string; readonly batch: string },
  content: Content,
): Promise<string> => {
  const digests = await stage.store(login, content);
  await stage.send(login, documentActs.publish, { ...digests, ...about });
  return digests.document;
};

/** Lets another enterprise read an own document, for good. */
export const grant = async (
  stage: Stage,
  login: string,
  document: string,
  enterprise: string,
): Promise<void> => {
  const wrap = await stage.share(login, document, enterprise);
  await stage.send(login, documentActs.grant, { ...wrap, until: null });
};

/** What a login reads of a document; null when its bytes are not for it. */
export const contentOf = async (stage: Stage, login: string, id: string): Promise<Content | null> => {
  const { client } = await stage.as(login);
  return (await client.read('document', { id })).content;
};

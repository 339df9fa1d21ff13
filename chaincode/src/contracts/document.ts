import { signedByOf, signer, type ActTransaction } from './act-transaction.js';
import { assertEscrowed, knowsBatch, loadOwnDocument } from './document/load-document.js';
import { putGrant } from './document/put-grant.js';
import { policyOf } from './goods/hosts.js';
import { loadBatch } from './goods/load-batch.js';
import { newContract } from './new-contract.js';
import { documentActs } from '../model/document/acts.js';
import {
  grantRecord,
  newDocument,
  type DocumentRecord,
  type NewDocument,
} from '../model/document/schemas.js';
import { DOCUMENT_STEPS, type DocumentStep } from '../model/document/states.js';
import { YaosuError } from '../model/kernel/errors.js';
import { keyOf } from '../model/kernel/keys.js';

/** A document is about a batch of its owner, or about one whose identity its owner may read. @throws PARTY_NOT_CONCERNED */
const assertKnown = async (tx: ActTransaction, batch: string | null, owner: string): Promise<void> => {
  if (batch === null) return;
  const record = await loadBatch(tx, batch);
  const { issuer, manufacturer, mah } = record;
  if ([issuer, record.owner, manufacturer, mah].includes(owner) || (await knowsBatch(tx, record, owner))) {
    return;
  }
  throw new YaosuError('PARTY_NOT_CONCERNED', { enterprise: owner });
};

const assertStep = ({ state, document }: DocumentRecord, step: DocumentStep): void => {
  const from: readonly string[] = DOCUMENT_STEPS[step];
  if (!from.includes(state)) throw new YaosuError('STATE_WRONG', { document, state });
};

/** A batch's identity is what its id was made of: it stays. @throws DOCUMENT_IS_IDENTITY */
const assertReplaceable = ({ kind, document }: DocumentRecord): void => {
  if (kind === 'batchIdentity') throw new YaosuError('DOCUMENT_IS_IDENTITY', { document });
};

const putDocument = async (tx: ActTransaction, document: NewDocument): Promise<string> => {
  await assertEscrowed(tx, document.escrows);
  const policy = await policyOf(tx, document.owner, []);
  tx.state.putGuarded('doc', [document.document], newDocument(document), policy);
  return keyOf('doc', document.document);
};

/** Documents. */
export const DocumentContract = newContract('Document', documentActs, {
  publish: async (tx) => {
    const owner = signer(tx, 'owner').enterprise;
    await assertKnown(tx, tx.payload.batch, owner);
    const key = await putDocument(tx, { ...tx.payload, owner });
    tx.emit('DocumentPublished', [key]);
    return { key };
  },

  supersede: async (tx) => {
    const { document, replacement } = tx.payload;
    const old = await loadOwnDocument(tx, 'owner', document);
    assertReplaceable(old);
    assertStep(old, 'supersede');
    if (await tx.state.has('doc', replacement.document)) throw new YaosuError('DOCUMENT_EXISTS');
    const { owner, kind, batch } = old;
    const key = await putDocument(tx, { ...replacement, owner, kind, batch });
    tx.state.put('doc', [document], {
      ...old,
      state: 'superseded',
      supersededBy: replacement.document,
    });
    tx.emit('DocumentSuperseded', [keyOf('doc', document), key]);
    return { key };
  },

  revoke: async (tx) => {
    const { document, reason } = tx.payload;
    const old = await loadOwnDocument(tx, 'owner', document);
    assertReplaceable(old);
    assertStep(old, 'revoke');
    const revoked = { by: signedByOf(tx, 'owner'), at: tx.at, reason };
    tx.state.put('doc', [document], { ...old, state: 'revoked', revoked });
    tx.emit('DocumentRevoked', [keyOf('doc', document)]);
    return { key: keyOf('doc', document) };
  },

  grant: async (tx) => {
    const { until } = tx.payload;
    assertStep(await loadOwnDocument(tx, 'owner', tx.payload.document), 'grant');
    if (until !== null && until <= tx.at) throw new YaosuError('DOCUMENT_GRANT_PERIOD_WRONG', { until });
    const key = await putGrant(tx, 'owner', tx.payload);
    tx.emit('DocumentGranted', [key]);
    return { key };
  },

  withdraw: async (tx) => {
    const { document, enterprise } = tx.payload;
    assertStep(await loadOwnDocument(tx, 'owner', document), 'withdraw');
    const grant = await tx.state.get(grantRecord, 'grant', document, enterprise);
    if (grant === undefined || grant.withdrawnAt !== null) {
      throw new YaosuError('DOCUMENT_GRANT_NOT_FOUND', { enterprise });
    }
    tx.state.put('grant', [document, enterprise], { ...grant, withdrawnAt: tx.at });
    const key = keyOf('grant', document, enterprise);
    tx.emit('DocumentGrantWithdrawn', [key]);
    return { key };
  },
});

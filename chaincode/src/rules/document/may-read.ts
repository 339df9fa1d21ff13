import type { DocumentRecord, GrantRecord } from '../../model/document/schemas.js';

/** Whether a grant lets its enterprise read at this time. */
export const grantHolds = (grant: GrantRecord | undefined, at: string): boolean =>
  grant !== undefined && grant.withdrawnAt === null && (grant.until === null || at <= grant.until);

/** Whether an enterprise may read a document: its owner, and whoever holds a grant. */
export const mayRead = (
  document: Pick<DocumentRecord, 'owner'>,
  grant: GrantRecord | undefined,
  enterprise: string,
  at: string,
): boolean => document.owner === enterprise || grantHolds(grant, at);

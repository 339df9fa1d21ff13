import type { Command } from '@yaosu/chaincode/model/kernel/command';
import { REGULATOR, type MspId } from '@yaosu/chaincode/model/organisations';
import type { Ledger, LedgerIdentity } from '@yaosu/network';
import type { HostOf } from './endorsers-of.js';

/** The ledger and the relay identities that this gateway may use: one on Fabric, all four when embedded. */
export interface LedgerAccess {
  readonly ledger: Ledger;
  readonly identities: Readonly<Partial<Record<MspId, LedgerIdentity>>>;
}

/** The identity of an organisation that hosts a party; without one any will do, and the peers will refuse. */
export const creatorOf = async (
  command: Command,
  identities: LedgerAccess['identities'],
  hostOf: HostOf,
): Promise<LedgerIdentity> => {
  for (const { enterprise } of command.parties) {
    const host = await hostOf(enterprise);
    const identity = host === undefined ? undefined : identities[host];
    if (identity !== undefined) return identity;
  }
  const [fallback] = [identities[REGULATOR], ...Object.values(identities)].filter((one) => one !== undefined);
  if (fallback === undefined) throw new Error('the gateway has no identity');
  return fallback;
};

import { networkActs } from '../model/network/acts.js';
import type { ProposedKey } from '../model/enterprise/schemas.js';
import { YaosuError } from '../model/kernel/errors.js';
import { keyOf } from '../model/kernel/keys.js';
import { hostEnterprise, MSP_IDS, REGULATOR } from '../model/organisations.js';
import { fromBase64url } from '../signing/bytes.js';
import { kidOf } from '../signing/command-bytes.js';
import type { ActTransaction } from './act-transaction.js';
import { admittedKey } from './enterprise.js';
import { newContract } from './new-contract.js';

interface Host {
  readonly mspId: string;
  readonly key: ProposedKey;
}

/** Every organisation has one key of kind `host`, which speaks for nobody's goods. @throws HOST_UNFIT, KEY_ID_WRONG */
const assertHosts = (hosts: readonly Host[]): void => {
  if (MSP_IDS.some((mspId) => !hosts.some((host) => host.mspId === mspId)))
    throw new YaosuError('HOST_UNFIT');
  for (const { mspId, key } of hosts) {
    const isFit =
      key.kind === 'host' && key.person === null && key.appointments.length === 0 && key.onlyFor === null;
    if (!isFit) throw new YaosuError('HOST_UNFIT', { mspId });
    if (kidOf(fromBase64url(key.publicKey)) !== key.kid)
      throw new YaosuError('KEY_ID_WRONG', { kid: key.kid });
  }
};

const putHost = (tx: ActTransaction, { mspId, key }: Host, issuer: string): void => {
  const enterprise = hostEnterprise(mspId);
  const ent = { enterprise, name: enterprise, hostMsp: mspId, authority: null, encryption: null };
  tx.state.put('ent', [enterprise], ent);
  tx.state.put('key', [key.kid], admittedKey(key, enterprise, issuer));
  tx.state.put('node', [mspId], { mspId, enterprise, kid: key.kid });
};

/** Opening of the network. */
export const NetworkContract = newContract('Network', networkActs, {
  open: async (tx) => {
    const { payload, command, state } = tx;
    if (tx.creatorMsp !== REGULATOR)
      throw new YaosuError('NETWORK_OPENER_FOREIGN', { creatorMsp: tx.creatorMsp });
    if (payload.ledgerId !== command.ledgerId)
      throw new YaosuError('LEDGER_FOREIGN', { ledgerId: payload.ledgerId });
    if (payload.enterprise !== command.parties[0]?.enterprise) throw new YaosuError('ENTERPRISE_FOREIGN');
    assertHosts(payload.hosts);
    const { ledgerId, demo, predecessor, enterprise, name, authority, encryption, key } = payload;
    state.put('set', ['genesis'], { ledgerId, demo, predecessor, authority: enterprise });
    state.put('set', ['kinds'], payload.kinds);
    for (const escrow of payload.escrows) state.put('set', [`escrow-${escrow.subject}`], escrow);
    state.put('ent', [enterprise], { enterprise, name, hostMsp: REGULATOR, authority, encryption });
    state.put('role', [enterprise, 'authority'], { enterprise, role: 'authority' });
    state.put('key', [key.kid], admittedKey(key, enterprise, key.kid));
    for (const host of payload.hosts) putHost(tx, host, key.kid);
    tx.emit('NetworkOpened', [keyOf('set', 'genesis')]);
    return Promise.resolve({ ledgerId });
  },
});

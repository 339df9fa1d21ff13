import { networkActs } from '../model/network/acts.js';
import { keyOf } from '../model/kernel/keys.js';
import { YaosuError } from '../model/kernel/errors.js';
import { REGULATOR } from '../model/organisations.js';
import { newContract } from './new-contract.js';
import { admittedKey } from './enterprise.js';

/** Opening of the network. */
export const NetworkContract = newContract('Network', networkActs, {
  open: async (tx) => {
    const { payload, command, state } = tx;
    if (tx.creatorMsp !== REGULATOR)
      throw new YaosuError('NETWORK_OPENER_FOREIGN', { creatorMsp: tx.creatorMsp });
    if (payload.ledgerId !== command.ledgerId)
      throw new YaosuError('LEDGER_FOREIGN', { ledgerId: payload.ledgerId });
    if (payload.enterprise !== command.parties[0]?.enterprise) throw new YaosuError('ENTERPRISE_FOREIGN');
    const { ledgerId, demo, predecessor, enterprise, name, authority, key } = payload;
    await state.put('set', ['genesis'], { ledgerId, demo, predecessor, authority: enterprise });
    await state.put('set', ['kinds'], payload.kinds);
    for (const escrow of payload.escrows) await state.put('set', [`escrow-${escrow.subject}`], escrow);
    await state.put('ent', [enterprise], { enterprise, name, hostMsp: REGULATOR, authority });
    await state.put('role', [enterprise, 'authority'], { enterprise, role: 'authority' });
    await state.put('key', [key.kid], admittedKey(key, enterprise, key.kid));
    tx.emit('NetworkOpened', [keyOf('set', 'genesis')]);
    return { ledgerId };
  },
});

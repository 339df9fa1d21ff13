import { networkActs } from '../model/network/acts.js';
import { FIRST_BEHAVIOUR, type Behaviours } from '../model/network/behaviours.js';
import { behaviourRecord, genesisRecord } from '../model/network/schemas.js';
import type { ProposedKey } from '../model/enterprise/schemas.js';
import { YaosuError } from '../model/kernel/errors.js';
import { keyOf } from '../model/kernel/keys.js';
import { hostEnterprise, MSP_IDS, REGULATOR } from '../model/organisations.js';
import { fromBase64url } from '../signing/bytes.js';
import { kidOf } from '../signing/command-bytes.js';
import type { EndorsingGroups } from '../rules/goods-policy.js';
import { assertOwn, type ActTransaction } from './act-transaction.js';
import { admittedKey } from './enterprise.js';
import { newContract, type ContractClass, type Handlers } from './new-contract.js';

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

/** What all organisations have to endorse: nobody changes a rule that another one's code does not have. */
const ALL: EndorsingGroups = [[...MSP_IDS].sort()];

const putBehaviours = ({ state }: ActTransaction, of: Behaviours): void => {
  state.putGuarded('set', ['behaviour'], { of }, ALL);
};

/** @throws BEHAVIOUR_UNKNOWN */
const assertKnown = (known: Behaviours, contract: string, behaviour: number): void => {
  if (behaviour > (known[contract] ?? FIRST_BEHAVIOUR))
    throw new YaosuError('BEHAVIOUR_UNKNOWN', { contract, behaviour });
};

const open =
  (known: Behaviours): Handlers<typeof networkActs>['open'] =>
  async (tx) => {
    const { payload, command, state } = tx;
    if (tx.creatorMsp !== REGULATOR)
      throw new YaosuError('NETWORK_OPENER_FOREIGN', { creatorMsp: tx.creatorMsp });
    if (payload.ledgerId !== command.ledgerId)
      throw new YaosuError('LEDGER_FOREIGN', { ledgerId: payload.ledgerId });
    if (payload.enterprise !== command.parties[0]?.enterprise) throw new YaosuError('ENTERPRISE_FOREIGN');
    assertHosts(payload.hosts);
    for (const [contract, behaviour] of Object.entries(payload.behaviours))
      assertKnown(known, contract, behaviour);
    const { ledgerId, demo, predecessor, enterprise, name, authority, encryption, key } = payload;
    state.put('set', ['genesis'], { ledgerId, demo, predecessor, authority: enterprise });
    state.put('set', ['kinds'], payload.kinds);
    putBehaviours(tx, payload.behaviours);
    for (const escrow of payload.escrows) state.put('set', [`escrow-${escrow.subject}`], escrow);
    state.put('ent', [enterprise], { enterprise, name, hostMsp: REGULATOR, authority, encryption });
    state.put('role', [enterprise, 'authority'], { enterprise, role: 'authority' });
    state.put('key', [key.kid], admittedKey(key, enterprise, key.kid));
    for (const host of payload.hosts) putHost(tx, host, key.kid);
    tx.emit('NetworkOpened', [keyOf('set', 'genesis')]);
    return Promise.resolve({ ledgerId });
  };

const adopt =
  (known: Behaviours): Handlers<typeof networkActs>['adopt'] =>
  async (tx) => {
    const { behaviourOf, behaviour } = tx.payload;
    const genesis = await tx.state.get(genesisRecord, 'set', 'genesis');
    if (genesis === undefined) throw new YaosuError('LEDGER_NOT_OPEN');
    assertOwn(tx, 'regulator', genesis.authority);
    const of = await tx.state.get(behaviourRecord, 'set', 'behaviour').then((record) => record?.of ?? {});
    assertKnown(known, behaviourOf, behaviour);
    const present = of[behaviourOf] ?? FIRST_BEHAVIOUR;
    if (behaviour !== present + 1) throw new YaosuError('BEHAVIOUR_NOT_NEXT', { present });
    putBehaviours(tx, { ...of, [behaviourOf]: behaviour });
    const key = keyOf('set', 'behaviour');
    tx.emit('NetworkBehaviourAdopted', [key]);
    return { key };
  };

/** Opening of the network and changes of its rules, by a code that has these behaviours. */
export const newNetworkContract = (known: Behaviours): ContractClass =>
  newContract('Network', networkActs, { open: open(known), adopt: adopt(known) });

/** Commands that a gateway signs by itself, with the host key of its organisation. */
import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import { hostEnterprise, type MspId } from '@yaosu/chaincode/model/organisations';
import type { DeviceKey } from '../demo/device-key.js';
import type { Ports } from '../ports.js';
import type { CommandDesk } from './command-desk.js';
import { newCommand } from './new-command.js';

/** Who signs, and where it is sent. */
export interface HostDesk {
  readonly desk: Pick<CommandDesk, 'submit'>;
  readonly ports: Ports;
  readonly ledgerId: string;
  readonly host: { readonly mspId: MspId; readonly key: DeviceKey };
}

/** Submits an act of one party as the host. @throws ApiError with the refusal */
export const submitAsHost = (
  { desk, ports, ledgerId, host: { mspId, key } }: HostDesk,
  act: Act,
  payload: Readonly<Record<string, unknown>>,
): ReturnType<CommandDesk['submit']> => {
  const [role = ''] = Object.keys(act.parties);
  const party = { role, enterprise: hostEnterprise(mspId), kid: key.kid };
  const command = newCommand({ ledgerId, act, parties: [party], payload, seenHash: null }, ports);
  return desk.submit({ command, signatures: [key.sign(command)] }, party);
};

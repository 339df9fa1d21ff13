import type { Command } from '@yaosu/chaincode/model/kernel/command';
import type { Act, EndorserRule } from '@yaosu/chaincode/model/kernel/define-acts';
import { MSP_IDS, REGULATOR, type MspId } from '@yaosu/chaincode/model/organisations';

/** Host organisation of an enterprise, undefined when it is not registered. */
export type HostOf = (enterprise: string) => Promise<MspId | undefined>;

const isMspId = (value: unknown): value is MspId => (MSP_IDS as readonly unknown[]).includes(value);

const namedIn = async (value: unknown, hostOf: HostOf): Promise<readonly MspId[]> => {
  const host = typeof value === 'string' ? await hostOf(value) : undefined;
  return host === undefined ? [] : [host];
};

const resolve = async (rule: EndorserRule, command: Command, hostOf: HostOf): Promise<readonly MspId[]> => {
  if (rule === 'regulator') return [REGULATOR];
  if (rule === 'witness') return [];
  if (rule === 'others') return MSP_IDS.filter((mspId) => mspId !== REGULATOR);
  if ('hostOf' in rule) {
    return namedIn(command.parties.find((party) => party.role === rule.hostOf)?.enterprise, hostOf);
  }
  if ('hostNamedIn' in rule) return namedIn(command.payload[rule.hostNamedIn], hostOf);
  const named = command.payload[rule.organisationNamedIn];
  return isMspId(named) ? [named] : [];
};

/** Organisations whose peers endorse a command; who is not registered has no host, and the peers will say so. */
export const endorsersOf = async (act: Act, command: Command, hostOf: HostOf): Promise<readonly MspId[]> => {
  const groups = await Promise.all(act.endorsers.map((rule) => resolve(rule, command, hostOf)));
  const endorsers = [...new Set(groups.flat())];
  const isAlone = endorsers.length === 1 && act.endorsers.includes('witness');
  return isAlone
    ? [...endorsers, ...MSP_IDS.filter((mspId) => !endorsers.includes(mspId)).slice(0, 1)]
    : endorsers;
};

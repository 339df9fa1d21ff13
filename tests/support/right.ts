/** Who may: the tables of rights are written by hand in `contracts/rights`, one a subject. */
import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import type { Name } from './cast.js';
import type { Sending, Stage } from './stage.js';

/** A command that is right in every respect but for who signs it first. */
export interface RightCommand extends Partial<Sending> {
  readonly payload: Record<string, unknown>;
}

/** An act, those who may sign it first, and a command for it; everybody else of the cast is refused. */
export interface Right {
  readonly act: Act;
  /** Names of those who may; the gateways' own keys for a consequence. */
  readonly may: readonly Name[] | 'hosts';
  /** A fresh command, valid for `name`, who is one of `may`; called once for all who may not. */
  command(stage: Stage, name: Name): RightCommand | Promise<RightCommand>;
  /** Where somebody else than the first party varies: `first` is fixed then, and `cosigner` makes the others. */
  readonly varies?: {
    /** What varies, for the title. */
    readonly role: string;
    readonly first: Name;
  };
}

/** Sends the command of a right with somebody in the part that varies, the first one unless another does. */
export const sendRight = (
  stage: Stage,
  { act, varies }: Right,
  name: Name,
  { payload, ...sending }: RightCommand,
): Promise<string> => {
  if (varies === undefined) return stage.send(name, act, payload, sending);
  const cosigners = [stage.actor(name), ...(sending.cosigners ?? []).slice(1)];
  return stage.send(varies.first, act, payload, { ...sending, cosigners });
};

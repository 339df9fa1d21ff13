import { HEADS, type ActHead } from '@yaosu/chaincode/model/act-heads.computed';
import type { PartyRule } from '@yaosu/chaincode/model/kernel/define-acts';
import type { Session } from './session.js';

const required = (act: ActHead): readonly PartyRule[] =>
  Object.values(act.parties).filter(({ optional }) => optional !== true);

/** Whether an act needs a second signature. */
export const needsTwo = (act: ActHead): boolean => required(act).length > 1;

const fits = ({ roles, functions }: PartyRule, session: Session): boolean =>
  (roles === 'any' || session.roles.some((role) => roles.includes(role))) &&
  (functions.length === 0 || session.functions.some((held) => functions.includes(held)));

/** Whether roles and functions let a person sign an act alone; the peers decide the rest. */
export const mayAct = (session: Session, act: ActHead): boolean => {
  const [first] = required(act);
  return act.kind !== 'consequence' && !needsTwo(act) && first !== undefined && fits(first, session);
};

/** Whether a person admits keys of the own firm with a key of every day; the root key does so elsewhere. */
export const mayAdmitKeys = (session: Session): boolean =>
  session.functions.includes('administrator') && mayCoSign(session, HEADS.Enterprise.admitKey);

/** Whether a person could be one of the signers of an act that needs two. */
export const mayCoSign = (session: Session, act: ActHead): boolean =>
  needsTwo(act) && required(act).some((rule) => fits(rule, session));

import { enterpriseActs } from '@yaosu/chaincode/model/enterprise/acts';
import type { Act, PartyRule } from '@yaosu/chaincode/model/kernel/define-acts';
import type { Session } from './session.js';

const required = (act: Act): readonly PartyRule[] =>
  Object.values(act.parties).filter(({ optional }) => optional !== true);

/** Whether an act needs a second signature. */
export const needsTwo = (act: Act): boolean => required(act).length > 1;

const fits = ({ roles, functions }: PartyRule, session: Session): boolean =>
  (roles === 'any' || session.roles.some((role) => roles.includes(role))) &&
  (functions.length === 0 || session.functions.some((held) => functions.includes(held)));

/** Whether roles and functions let a person sign an act alone; the peers decide the rest. */
export const mayAct = (session: Session, act: Act): boolean => {
  const [first] = required(act);
  return act.kind !== 'consequence' && !needsTwo(act) && first !== undefined && fits(first, session);
};

/** Whether a person admits keys of the own firm with a key of every day; the root key does so elsewhere. */
export const mayAdmitKeys = (session: Session): boolean =>
  session.functions.includes('administrator') && mayCoSign(session, enterpriseActs.admitKey);

/** Whether a person could be one of the signers of an act that needs two. */
export const mayCoSign = (session: Session, act: Act): boolean =>
  needsTwo(act) && required(act).some((rule) => fits(rule, session));

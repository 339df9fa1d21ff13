import { daysLater } from '../../model/kernel/time.js';
import type { Effect } from '../../model/validity/states.js';
import type { Licence } from '../order/judge-supplier.js';
import { ASKINGS } from './askings.js';
import type { Carries, Holder, OpenRecord } from './dependences.js';

/** A licence that ends, among all that its holder has. */
export interface Ending {
  readonly licence: Licence;
  readonly holder: Holder;
  readonly licences: readonly Licence[];
  /** The day of asking. */
  readonly today: string;
}

/** An act that asks for the licence, and the open records that it carries and nothing carries after it. */
export interface Blocked {
  readonly act: string;
  readonly effect: Effect;
  readonly records: readonly { readonly open: OpenRecord; readonly isNext: boolean }[];
}

const noonOf = (day: string): string => `${day}T12:00:00.000Z`;

/** The first day without the licence that can still be acted on. */
const firstDayWithout = ({ licence: { notAfter }, today }: Pick<Ending, 'licence' | 'today'>): string => {
  const after = daysLater(notAfter, 1);
  return after > today ? after : today;
};

const endsFor = (carries: Carries | undefined, ending: Ending): boolean =>
  carries !== undefined &&
  carries([ending.licence], noonOf(ending.licence.notAfter)) &&
  !carries(ending.licences, noonOf(firstDayWithout(ending)));

/** What the end of a licence does: the acts that ask for it, each with the open records that it meets. */
export const blockedBy = (ending: Ending, open: readonly OpenRecord[]): readonly Blocked[] =>
  ASKINGS[ending.licence.kind]
    .filter(({ asks }) => asks(ending.holder.roles))
    .map(({ act, effect, waiting }) => ({
      act,
      effect,
      records: waiting.flatMap(({ dependence, isNext }) =>
        open
          .filter((each) => endsFor(dependence(each, ending.holder), ending))
          .map((each) => ({ open: each, isNext })),
      ),
    }));

/** Whether other licences of the kind go on without a gap for every site and all of the scope. */
export const isRenewed = ({ licence, licences, today }: Omit<Ending, 'holder'>): boolean => {
  const from = firstDayWithout({ licence, today });
  const next = licences.filter(
    ({ kind, notBefore, notAfter }) => kind === licence.kind && notBefore <= from && notAfter >= from,
  );
  const namesSite = (site: string): boolean => next.some(({ sites }) => sites.includes(site));
  const namesScope = (each: string): boolean => next.some(({ scope }) => scope.includes(each));
  // A licence without sites may be for all of them: only another one without sites goes on for that.
  const goesOnEverywhere =
    licence.sites.length === 0
      ? next.some(({ sites }) => sites.length === 0)
      : licence.sites.every(namesSite);
  return goesOnEverywhere && licence.scope.every(namesScope);
};

import { CURRENCIES, taskTerms, type TaskTerms } from '@yaosu/chaincode/model/task/terms';
import { useState } from 'react';

/** Figures by the path of the field in the terms. */
export const FIGURES = {
  price: 'price.amount',
  floorPercent: 'yield.floorPercent',
  perDayLatePercent: 'compensation.perDayLatePercent',
  perPercentShortPercent: 'compensation.perPercentShortPercent',
  atMostPercent: 'compensation.atMostPercent',
} as const;
/** One of them. */
export type Figure = keyof typeof FIGURES;

/** A clause as it is typed. */
export interface Clause {
  readonly title: string;
  readonly words: string;
}

type Figures = Readonly<Record<Figure, string>>;

const NO_FIGURES: Figures = {
  price: '',
  floorPercent: '',
  perDayLatePercent: '',
  perPercentShortPercent: '',
  atMostPercent: '',
};
const NO_CLAUSE: Clause = { title: '', words: '' };

const draftOf = ({ price, floorPercent, ...compensation }: Figures, currency: string): object => ({
  price: { amount: price, currency },
  yield: { floorPercent },
  compensation,
});

/** Private terms while they are typed. */
export interface TermsInput {
  readonly figures: Figures;
  readonly currency: string;
  readonly clauses: readonly Clause[];
  readonly setFigure: (name: Figure, value: string) => void;
  readonly setCurrency: (value: string) => void;
  readonly setClause: (at: number, part: Partial<Clause>) => void;
  readonly addClause: () => void;
  readonly isWrong: (path: string) => boolean;
  /** The terms when every field is right; empty clauses are left out. */
  readonly check: () => TaskTerms | undefined;
}

/** Checks by the schema that both sides read terms with, each error at its field. */
export const useTermsDraft = (): TermsInput => {
  const [figures, setFigures] = useState(NO_FIGURES);
  const [currency, setCurrency] = useState<string>(CURRENCIES[0]);
  const [clauses, setClauses] = useState<readonly Clause[]>([NO_CLAUSE]);
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  return {
    figures,
    currency,
    clauses,
    setFigure: (name, value) => setFigures({ ...figures, [name]: value.trim() }),
    setCurrency,
    setClause: (at, part) =>
      setClauses(clauses.map((clause, i) => (i === at ? { ...clause, ...part } : clause))),
    addClause: () => setClauses([...clauses, NO_CLAUSE]),
    isWrong: (path) => wrong.has(path),
    check: () => {
      const said = clauses.filter(({ title, words }) => title !== '' || words !== '');
      const parsed = taskTerms.safeParse({ ...draftOf(figures, currency), clauses: said });
      setWrong(new Set(parsed.error?.issues.map(({ path }) => path.join('.'))));
      return parsed.data;
    },
  };
};

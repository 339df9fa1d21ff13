/** Private terms of a task: no peer ever reads them; the two enterprises do, and whom one of them reveals them to. */
import * as z from 'zod';
import { decimal, positive } from '../kernel/quantity.js';
import { text } from '../kernel/text.js';

const WORDS = 2_000;
const PERCENT = 100;
const percent = decimal.refine((value) => Number(value) <= PERCENT, 'PERCENT');

/** Currencies that terms are made in. */
export const CURRENCIES = ['CNY', 'USD', 'EUR'] as const;

/** What the two agreed on. */
export const taskTerms = z
  .strictObject({
    /** For one unit of the task. */
    price: z.strictObject({ amount: positive, currency: z.enum(CURRENCIES) }),
    /** Yield in per cent of what was ordered, below which the shortfall is compensated. */
    yield: z.strictObject({ floorPercent: percent }),
    /** In per cent of the value: for each day late, for each per cent of yield below the floor, and at most. */
    compensation: z.strictObject({
      perDayLatePercent: percent,
      perPercentShortPercent: percent,
      atMostPercent: percent,
    }),
    /** Product, specification and whatever else was agreed on. */
    clauses: z.array(z.strictObject({ title: text(120), words: text(WORDS) })).max(40),
  })
  .meta({ id: 'TaskTerms' });
/** Private terms. */
export type TaskTerms = z.infer<typeof taskTerms>;

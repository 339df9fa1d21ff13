/** One scan as the network comes to know it: by a clock that may be wrong, and late where there is no signal. */
import type { Sighting } from '@yaosu/chaincode/model/alert/sighting';
import type { SightingStep } from '@yaosu/chaincode/model/alert/states';
import type { Choices } from '../faults/random.js';
import type { Firm } from './places.js';

/** An hour in milliseconds. */
export const HOUR = 3_600_000;
/** A day in milliseconds. */
export const DAY = 24 * HOUR;

/** What is scanned, and in truth when. */
export interface Scan {
  readonly epc: string;
  readonly firm: Firm;
  readonly step: SightingStep;
  readonly time: number;
  readonly parent?: string;
  /** An act of the ledger: told at once, by the ledger's clock. */
  readonly isAct?: boolean;
}

/** A sighting that is known to be of a copy, or not. */
export interface Labelled extends Sighting {
  readonly isCopy: boolean;
}

/** Whether chance has it, once in so many times. */
export const isOneIn = (choices: Choices, times: number): boolean => choices.between(1, times) === 1;

const LATE_ONE_IN = 10;
const SECOND = 1_000;

/** Sightings of scans, numbered. */
export class Scanner {
  readonly #choices: Choices;
  #count = 0;

  constructor(choices: Choices) {
    this.#choices = choices;
  }

  /** A tenth of all reports come up to three days late. A device ahead of time waits: events of the future are refused. */
  see({ epc, firm, step, time, parent, isAct = false }: Scan, isCopy = false): Labelled {
    const choices = this.#choices;
    const isLate = !isAct && isOneIn(choices, LATE_ONE_IN);
    const sent = time + (isLate ? choices.between(HOUR, 3 * DAY) : choices.between(SECOND, 30 * SECOND));
    const at = isAct ? time : time + firm.skewMs;
    const id = String(this.#count++).padStart(8, '0');
    return {
      id,
      epc,
      step,
      at,
      isCopy,
      holder: firm.name,
      place: firm.place,
      parent: parent ?? null,
      recordedAt: at > sent ? at : sent,
      source: isAct ? 'judged' : 'reported',
    };
  }
}

/** What a scanned text is to the phone: a pack, a case or pallet, another phone's hand-over code, or something else. */
import { explainScan } from '@yaosu/chaincode/model/code/scan/explain-scan';
import type { ScanProblem } from '@yaosu/chaincode/model/code/scan/problems';
import type { CodeKind } from '@yaosu/chaincode/model/code/what-is';
import { carrierOf, foreignHash } from '@yaosu/chaincode/signing/code-hash';
import { HAND_OVER_PREFIX } from '../hand-over/prefix.js';

/** A code as it was read. */
export interface ReadCode {
  readonly kind: 'pack' | 'container' | 'handOver' | 'foreign';
  readonly what: CodeKind;
  /** SHA-256 of the canonical code, by which the ledger knows it. */
  readonly hash: string;
  /** AI → value. */
  readonly elements: Readonly<Record<string, string>>;
  readonly problems: readonly ScanProblem[];
  /** No problem forbids to go on with the code. */
  readonly isUsable: boolean;
  readonly text: string;
}

const named = (text: string, elements: Readonly<Record<string, string>>): Pick<ReadCode, 'kind' | 'hash'> =>
  carrierOf(elements) ?? { kind: 'foreign', hash: foreignHash(text) };

/** Reads a text as a scanner, a camera or a thumb gave it; `isScanned` says whether a code was scanned before. */
export const readCode = (
  text: string,
  today: string,
  isScanned: (hash: string) => boolean = () => false,
): ReadCode => {
  if (text.startsWith(HAND_OVER_PREFIX)) {
    const none = { what: 'unknown', elements: {}, problems: [], isUsable: true } as const;
    return { ...none, kind: 'handOver', hash: foreignHash(text), text };
  }
  const {
    what,
    elements,
    problems,
    isUsable,
    text: meant,
  } = explainScan(text, {
    today,
    isScanned: (found) => isScanned(named(text, Object.fromEntries(found)).hash),
  });
  const values = Object.fromEntries(elements);
  return { ...named(meant, values), what, elements: values, problems, isUsable, text };
};

/** What a code is, of the kinds that drugs, their packings, papers and waste carry. */
import { elementProblems } from './gs1/check-elements.js';
import { isEpcUrn } from './gs1/epc-urn.js';
import { gtinOf, hasCheckDigit } from './gs1/gtin.js';
import type { Element } from './gs1/problems.js';
import { readScan } from './gs1/symbologies.js';
import { isBaseCode } from './national/base-code.js';
import { isDischargePermit } from './national/discharge-permit.js';
import { readDrumCode } from './national/drum-code.js';
import { isEnvelope } from './national/envelope.js';
import { readFmdPack } from './national/fmd-pack.js';
import { readHandle } from './national/handle.js';
import { isManifestNumber } from './national/manifest-number.js';
import { isPpn, isPzn } from './national/pzn.js';
import { readTraceCode } from './national/trace-code.js';
import { isUscc } from './national/uscc.js';

/** Kinds of GS1 elements, by the AIs that make them: the first whose AIs are all there. */
const GS1_KINDS = [
  ['container', ['00']],
  ['pack', ['01', '21']],
  ['lot', ['01', '10']],
  ['piece', ['8006']],
  ['product', ['01']],
  ['place', ['414']],
  ['party', ['417']],
  ['document', ['253']],
  ['asset', ['8003']],
  ['asset', ['8004']],
  ['person', ['8017']],
  ['person', ['8018']],
] as const satisfies readonly (readonly [string, readonly string[]])[];

/** An SSCC behind its AI has twenty digits as trace codes have; its check digit tells it. */
const isSscc = (text: string): boolean => text.startsWith('00') && hasCheckDigit(text);

/** Kinds of other codes; a text of several is the first: a base code is a GTIN by its form, too. */
const OTHER_KINDS = [
  ['drum', (text) => readDrumCode(text) !== undefined],
  ['permit', isDischargePermit],
  ['enterprise', isUscc],
  ['baseCode', isBaseCode],
  ['manifest', isManifestNumber],
  ['traceCode', (text) => readTraceCode(text) !== undefined && !isSscc(text)],
  ['handle', (text) => readHandle(text) !== undefined],
  ['epc', isEpcUrn],
  ['pack', (text) => isEnvelope(text) && readFmdPack(text).problems.length === 0],
  ['product', (text) => gtinOf(text) !== undefined || isPpn(text) || isPzn(text)],
] as const satisfies readonly (readonly [string, (text: string) => boolean])[];

/** What a code can be. */
export type CodeKind = (typeof GS1_KINDS)[number][0] | (typeof OTHER_KINDS)[number][0] | 'gs1' | 'unknown';

/** What elements name. */
export const kindOfElements = (elements: readonly Element[]): CodeKind => {
  const has = (ai: string): boolean => elements.some(([name]) => name === ai);
  return GS1_KINDS.find(([, ais]) => ais.every(has))?.[0] ?? (elements.length > 0 ? 'gs1' : 'unknown');
};

/** What a text is that holds no GS1 elements. */
export const kindOfText = (text: string): CodeKind =>
  OTHER_KINDS.find(([, isOne]) => isOne(text))?.[0] ?? 'unknown';

const elementsOf = (text: string): readonly Element[] => {
  const { elements, problems } = readScan(text);
  return problems.length === 0 && elementProblems(elements).length === 0 ? elements : [];
};

/**
 * What a code is, when nothing is wrong with it. Kinds whose whole text is judged come before element strings: the
 * code of an enterprise may begin with 91, which is an AI for anything.
 */
export const whatIs = (text: string): CodeKind => {
  const kind = kindOfText(text);
  return kind === 'unknown' ? kindOfElements(elementsOf(text)) : kind;
};

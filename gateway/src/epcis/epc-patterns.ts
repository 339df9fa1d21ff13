/** Patterns of identifiers (`urn:epc:idpat:…`) as what they match among identifiers in their one spelling. */
import { canonicalValue } from '@yaosu/chaincode/model/epcis/canonical-values';
import { namespacesOf, type Namespaces } from '@yaosu/chaincode/model/epcis/namespaces';
import { EPC_SCHEMES, type EpcScheme } from '@yaosu/chaincode/model/code/gs1/epc-schemes';
import type { EpcMatch } from './conditions.js';
import { ledgerNameOf } from './own-acts/names.js';

const PATTERN = /^urn:epc:idpat:([a-z]+):(\d{6,12}|\*)\.(.*)$/;
/** EPCIS 1 clients write patterns as if they were identifiers. */
const LOOSE = /^urn:epc:id:(?=.*\.\*$)/;
/** Keys whose serial number is part of their value. */
const APPENDED = /^https:\/\/id\.gs1\.org\/(?:8003|253|255)\//;
const LIKE_SIGNS = /[\\%_]/g;
const none = namespacesOf(undefined);

const literal = (text: string): string => text.replace(LIKE_SIGNS, '\\$&');

/** A pattern that names a company and no class: its keys begin with the company's prefix. */
const wide = ({ ai, form, lead = '', serial }: EpcScheme, company: string): string => {
  const prefix = company === '*' ? '' : `${form === 'indicator' ? '_' : lead}${company}`;
  const end = serial === undefined || serial === 'append' ? '' : `/${serial}/%`;
  return `https://id.gs1.org/${ai}/${prefix}%${end}`;
};

const widePatterns = (name: string, company: string, rest: string): readonly string[] => {
  const scheme = EPC_SCHEMES[`id:${name}`];
  const isWide = scheme !== undefined && rest.split('.').every((part) => part === '*');
  return isWide ? [wide(scheme, company)] : [];
};

/** What a value of a MATCH parameter finds. */
export const matchOf = (text: string, namespaces: Namespaces = none): EpcMatch => {
  const pattern = text.replace(LOOSE, 'urn:epc:idpat:');
  const epc = canonicalValue(pattern, namespaces);
  const [, name, company = '', rest = ''] = PATTERN.exec(pattern) ?? [];
  if (name === undefined) return { epc, patterns: [], ledgerName: ledgerNameOf(epc) };
  if (epc === pattern) return { epc, patterns: widePatterns(name, company, rest) };
  return { epc, patterns: [`${literal(epc)}${APPENDED.test(epc) ? '' : '/'}%`] };
};

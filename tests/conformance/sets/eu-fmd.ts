/** Packs under the EU's falsified medicines directive. */
import { elementProblems } from '@yaosu/chaincode/model/code/gs1/check-elements';
import { readFmdPack } from '@yaosu/chaincode/model/code/national/fmd-pack';
import { isPpn } from '@yaosu/chaincode/model/code/national/pzn';
import { readJson } from '../folder.js';
import type { Case, ConformanceSet } from '../set.js';
import { elementsOf, isValid } from './scan.js';

interface Pack {
  readonly id: string;
  readonly scan: string;
  readonly expect: {
    readonly Scheme: string;
    readonly ProductCode: string;
    readonly SerialNumber: string;
    readonly BatchIdentifier: string;
    readonly Expiry: string;
    readonly IsValid: boolean;
  };
}
interface Elements {
  readonly id: string;
  readonly elementString: string;
  readonly outcome: string;
  readonly expect: readonly (readonly [string, string])[];
}

const packCase = ({ id, scan, expect }: Pack): Case => ({
  id,
  passes: () => {
    const { pack, problems } = readFmdPack(scan);
    if (!expect.IsValid) return problems.length > 0;
    return (
      problems.length === 0 &&
      `Scheme.${pack.scheme}` === expect.Scheme.toLowerCase().replace('scheme', 'Scheme') &&
      pack.productCode === expect.ProductCode &&
      pack.serial === expect.SerialNumber &&
      pack.lot === expect.BatchIdentifier &&
      pack.expiry === expect.Expiry
    );
  },
});

/** National numbers stand alone in some cases; what they belong to is judged elsewhere. */
const hasBadValues = (text: string): boolean =>
  elementProblems(elementsOf(text)).some(({ kind }) => kind !== 'missing');

const elementCase = ({ id, elementString, outcome, expect }: Elements): Case => ({
  id,
  passes: () => {
    const isFound = expect.every(([ai, value]) =>
      elementsOf(elementString).some(([name, found]) => name === ai && found === value),
    );
    return isFound && hasBadValues(elementString) === (outcome === 'WithErrors');
  },
});

interface Cases<T> {
  readonly cases: readonly T[];
}
interface States {
  readonly ppn_check: { readonly valid: readonly string[]; readonly invalid: readonly string[] };
}

export const FMD_PACKS: ConformanceSet = {
  name: 'eu-fmd/packs',
  at: 'eu-fmd/emvs-pack-identifier.json',
  cases: (file) => readJson<Cases<Pack>>(file).cases.map(packCase),
  leftOut: [{ what: 'Submit', why: 'whether that library would still ask the national system' }],
};

export const FMD_ELEMENTS: ConformanceSet = {
  name: 'eu-fmd/element-strings',
  at: 'eu-fmd/gs1-element-strings.json',
  cases: (file) => readJson<Cases<Elements>>(file).cases.map(elementCase),
  leftOut: [],
};

export const FMD_SCANS: ConformanceSet = {
  name: 'eu-fmd/scans',
  at: 'eu-fmd/aim-scans-cset82.json',
  cases: (file) =>
    readJson<Cases<{ id: string; scan: string }>>(file).cases.map(({ id, scan }) => ({
      id,
      passes: () => isValid(scan) && readFmdPack(scan).problems.length === 0,
    })),
  leftOut: [],
};

export const FMD_PPN: ConformanceSet = {
  name: 'eu-fmd/ppn',
  at: 'eu-fmd/nmvs-states-and-codes.json',
  cases: (file) => {
    const { valid, invalid } = readJson<States>(file).ppn_check;
    const caseOf = (wanted: boolean) => (ppn: string) => ({ id: ppn, passes: () => isPpn(ppn) === wanted });
    return [...valid.map(caseOf(true)), ...invalid.map(caseOf(false))];
  },
  leftOut: [{ what: 'states, operations and answers', why: 'of the national systems, not of codes' }],
};

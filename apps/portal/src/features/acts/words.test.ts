import { describe, expect, test } from '@jest/globals';
import { ACTS } from '@yaosu/chaincode/model/acts';
import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import { en } from '../../lib/texts/en.js';
import { zh } from '../../lib/texts/zh.js';
import { wordAt } from '../../lib/word-at.js';
import { valueKeys } from '../../ui/use-value-text.js';
import { formOf, type Model } from '../../lib/act-form/field-model.js';

const CODE = /^[\d.]+$/;
const UNASKED = ['newId', 'constant'];
const acts: readonly Act[] = Object.values(ACTS).flatMap((each) =>
  Object.values(each as Record<string, Act>),
);
/** Acts whose forms no page opens: they have pages of their own, belong to phones, machines or gateways, or wait for a page. */
const ELSEWHERE: readonly string[] = ['Network', 'Attestation'];
const ACTS_ELSEWHERE: readonly string[] = [
  'Enterprise.register',
  'Enterprise.admitKey',
  'Task.sealTerms',
  'Code.commission',
  'Code.alias',
  'Code.dispense',
  'Code.recordDispensed',
  'Code.decommission',
];
const ON_PHONES: readonly string[] = ['handOver', 'receive', 'refuse', 'offer'];
const isOpened = ({ contract, name, kind, signature }: Act): boolean =>
  kind !== 'consequence' &&
  !ELSEWHERE.includes(contract) &&
  !ACTS_ELSEWHERE.includes(`${contract}.${name}`) &&
  !(contract === 'Shipment' && ON_PHONES.includes(name)) &&
  (signature !== 'machine' || name === 'shipNotice');
const names = acts.filter(isOpened).map((act) => [`${act.contract}.${act.name}`, act] as const);

/** Field and value paths of a form, each with the dictionary keys that may hold its word. */
const wanted = (
  model: Model,
  name: string,
): readonly (readonly [path: string, keys: readonly string[]])[] => {
  if (model.type === 'list') return wanted(model.element, name);
  if (model.type === 'group') {
    return model.fields
      .filter(([, field]) => field.type !== 'leaf' || !UNASKED.includes(field.kind))
      .flatMap(([field, part]) => [
        [`fields.${field}`, [`fields.${field}`]] as const,
        ...wanted(part, field),
      ]);
  }
  if (model.kind !== 'enum') return [];
  return model.values
    .filter((value) => !CODE.test(value))
    .map((value) => [`${name}: ${value}`, [`valuesOf.${name}.${value}`, ...valueKeys(value)]] as const);
};

describe.each([
  ['en', en],
  ['zh', zh],
])('words of forms in %s', (_language, texts) => {
  test.each(names)('%s asks for nothing without a word', (name, act) => {
    const missing = wanted(formOf(act), name)
      .filter(([, keys]) => keys.every((key) => wordAt(texts, key) === undefined))
      .map(([path]) => path);
    expect(missing).toEqual([]);
  });
});

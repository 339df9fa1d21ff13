/** What a form asks for, made from an act's schema: probed rather than read, so that refinements do not matter. */
import { KEY_PARTS } from '@yaosu/chaincode/model/kernel/keys';
import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import * as z from 'zod';
import { KINDS_BY_NAME, type LeafKind } from './leaf-kinds.js';

/** One value. */
export interface Leaf {
  readonly type: 'leaf';
  readonly kind: LeafKind;
  readonly nullable: boolean;
  /** Values of an enum, the value of a constant. */
  readonly values: readonly string[];
}
/** Named values; `stored` ones are a document whose digests come from the vault. */
export interface Group {
  readonly type: 'group';
  readonly nullable: boolean;
  readonly stored: boolean;
  /** Names the grantee of a key wrap that the gateway makes. */
  readonly wrapped: boolean;
  readonly fields: readonly (readonly [name: string, model: Model])[];
}
/** Several of the same. */
export interface List {
  readonly type: 'list';
  readonly element: Model;
}
/** A part of a form. */
export type Model = Leaf | Group | List;

const HEX_64 = '0'.repeat(64);
const STORED = ['document', 'plaintextDigest', 'ciphertextDigest', 'escrows'];

/** Sample → kind, tried in order; a schema that takes everything is a text. */
const PROBES: readonly (readonly [sample: string, kind: LeafKind])[] = [
  ['2026-11-25', 'day'],
  ['2026-11-25T08:00:00.000Z', 'instant'],
  ['1.5', 'decimal'],
  ['6901234000009', 'gln'],
  ['12', 'grams'],
  [HEX_64, 'digest'],
  [`${HEX_64}~0`, 'parcel'],
];

const kindOfText = (schema: z.ZodType): LeafKind => {
  if (schema.safeParse('any text').success) return 'text';
  return PROBES.find(([sample]) => schema.safeParse(sample).success)?.[1] ?? 'text';
};

/** Meta id of a schema → kind. */
const KINDS_BY_ID: Readonly<Record<string, LeafKind>> = { BatchId: 'batch', EnterpriseId: 'enterprise' };

const kindOfString = (schema: z.ZodType, name: string): LeafKind => {
  const id = schema.meta()?.id ?? '';
  const kind = KINDS_BY_ID[id] ?? kindOfText(schema);
  if (kind !== 'digest') return kind;
  const named = KINDS_BY_NAME[name];
  if (id === 'RecordId') return named === undefined || named === 'digest' ? 'newId' : named;
  return named ?? 'statement';
};

const leaf = (kind: LeafKind, values: readonly string[] = []): Leaf => ({
  type: 'leaf',
  kind,
  nullable: false,
  values,
});

const groupOf = (schema: z.ZodObject): Group => {
  const shape = schema.shape as Record<string, z.ZodType>;
  const stored = 'plaintextDigest' in shape;
  const wrapped = 'wrapDigest' in shape && 'enterprise' in shape;
  const left = [...(stored ? STORED : []), ...(wrapped ? ['wrapDigest'] : [])];
  const names = Object.keys(shape).filter((name) => !left.includes(name));
  const fields = names.map((name) => [name, modelOf(shape[name] ?? z.never(), name)] as const);
  return { type: 'group', nullable: false, stored, wrapped, fields };
};

const leafOf = (schema: z.ZodType, name: string): Leaf => {
  if (schema instanceof z.ZodEnum) return leaf('enum', schema.options.map(String));
  if (schema instanceof z.ZodLiteral) return leaf('constant', [...schema.values].map(String));
  if (schema instanceof z.ZodBoolean) return leaf('boolean');
  return leaf(schema instanceof z.ZodNumber ? 'number' : kindOfString(schema, name));
};

/** The form of a schema. */
export const modelOf = (schema: z.ZodType, name = ''): Model => {
  if (schema instanceof z.ZodNullable) {
    const inner = modelOf(schema.unwrap() as z.ZodType, name);
    return inner.type === 'list' ? inner : { ...inner, nullable: true };
  }
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional) {
    return modelOf(schema.unwrap() as z.ZodType, name);
  }
  if (schema instanceof z.ZodObject) return groupOf(schema);
  if (!(schema instanceof z.ZodArray)) return leafOf(schema, name);
  return { type: 'list', element: modelOf(schema.element as z.ZodType, name) };
};

/** Act → fields that are something else there than their name says elsewhere. */
const KINDS_IN_ACT: Readonly<Record<string, Readonly<Record<string, LeafKind>>>> = {
  'Enterprise.addLicence': { enterprise: 'enterprise' },
  'Enterprise.addSite': { gln: 'text' },
  'Enterprise.assignPrefix': { companyPrefix: 'text' },
  'Enterprise.approveSupplier': { entry: 'newId', material: 'ownMaterial' },
  'Telemetry.setProfile': { product: 'ownProduct' },
  'Task.offer': { material: 'ownMaterial' },
  'Code.aggregate': { container: 'sscc' },
  'Code.reserve': { prefix: 'ownSerials' },
  'Code.withdrawAlias': { alias: 'digest', code: 'digest' },
};

/** The form of an act's payload. @throws when the payload is no object, which no act's is */
export const formOf = (act: Act): Group => {
  const model = modelOf(act.input);
  if (model.type !== 'group') throw new Error(`${act.contract}.${act.name} takes no form`);
  const [own = ''] = act.creates === undefined ? [] : KEY_PARTS[act.subject];
  const inAct = KINDS_IN_ACT[`${act.contract}.${act.name}`] ?? {};
  const ownKind = (name: string): LeafKind | undefined => {
    if (inAct[name] !== undefined) return inAct[name];
    if (name === own) return 'newId';
    return act.creates !== undefined && name === act.subject ? 'code' : undefined;
  };
  const fields = model.fields.map(([name, field]) => {
    const kind = field.type === 'leaf' && field.kind !== 'batch' ? ownKind(name) : undefined;
    return [name, kind === undefined ? field : leaf(kind)] as const;
  });
  return { ...model, fields };
};

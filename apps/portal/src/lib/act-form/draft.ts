/** What a person has filled in so far: the shape of the payload, its leaves as they were typed. */
import type { Group, Leaf, Model } from './field-model.js';

/** A draft; null is a part that is left out. */
export type Draft = string | boolean | null | readonly Draft[] | { readonly [name: string]: Draft };
/** Way to a part of a draft. */
export type Path = readonly (string | number)[];

/** What is known before anybody types, e.g. the batch that the page is about. */
export type Prefill = Readonly<Record<string, unknown>>;

const emptyLeaf = ({ kind, nullable, values }: Leaf): Draft => {
  if (kind === 'boolean') return false;
  return kind === 'constant' || (kind === 'enum' && !nullable) ? (values[0] ?? '') : '';
};

/** The empty draft of a part. */
export const emptyDraft = (model: Model): Draft => {
  if (model.type === 'list') return [];
  if (model.type === 'leaf') return emptyLeaf(model);
  return model.nullable ? null : emptyGroup(model);
};

/** A group's empty draft, its own even where the group may be left out. */
export const emptyGroup = (group: Group): { readonly [name: string]: Draft } => ({
  ...Object.fromEntries(group.fields.map(([name, field]) => [name, emptyDraft(field)])),
  ...(group.stored ? { text: '' } : {}),
});

const drafted = (value: unknown): Draft => {
  if (value === null || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(drafted);
  if (typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, drafted(part)]));
  }
  return typeof value === 'number' ? String(value) : (value as string);
};

/** The draft of a form with what is known already. */
export const startDraft = (form: Group, prefill: Prefill): { readonly [name: string]: Draft } => {
  const known = Object.entries(prefill).filter(([name]) => form.fields.some(([field]) => field === name));
  return {
    ...emptyGroup(form),
    ...Object.fromEntries(known.map(([name, value]) => [name, value === null ? '' : drafted(value)])),
  };
};

/** The part of a draft at a path. */
export const partAt = (draft: Draft, path: Path): Draft =>
  path.reduce<Draft>((part, step) => (part as Record<string | number, Draft>)[step] ?? null, draft);

/** A draft with one part replaced. */
export const withPart = (draft: Draft, [step, ...rest]: Path, value: Draft): Draft => {
  if (step === undefined) return value;
  if (Array.isArray(draft)) {
    return draft.map((part: Draft, i) => (i === step ? withPart(part, rest, value) : part));
  }
  const group = draft as { readonly [name: string]: Draft };
  return { ...group, [step]: withPart(group[step] ?? null, rest, value) };
};

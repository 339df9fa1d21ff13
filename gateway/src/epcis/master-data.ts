/** Master data of a document (EPCIS 2.0, section 9.4; CBV 2.0, section 9): what is said of places, steps and classes. */
import * as z from 'zod';
import { namespacesOf } from '@yaosu/chaincode/model/epcis/namespaces';
import type { ParsedDocument } from '@yaosu/chaincode/model/epcis/parse-document';
import { placeOf } from './terms.js';

/** What is said of one element of a vocabulary. */
export interface MasterEntry {
  readonly type: string;
  /** In its one spelling. */
  readonly id: string;
  /** Attribute → its values, as they were written. */
  readonly attributes: Readonly<Record<string, readonly string[]>>;
  /** Elements directly below it, in their one spelling. */
  readonly children: readonly string[];
}

const vocabulary = z.looseObject({
  type: z.string(),
  vocabularyElementList: z
    .array(
      z.looseObject({
        id: z.string(),
        attributes: z.array(z.looseObject({ id: z.string(), attribute: z.unknown() })).default([]),
        children: z.array(z.string()).default([]),
      }),
    )
    .default([]),
});

type Told = z.infer<typeof vocabulary>['vocabularyElementList'][number]['attributes'];

const attributesOf = (told: Told): MasterEntry['attributes'] => {
  const attributes: Record<string, readonly string[]> = {};
  for (const { id, attribute } of told) {
    const text = typeof attribute === 'string' ? attribute : JSON.stringify(attribute ?? null);
    attributes[id] = [...(attributes[id] ?? []), text];
  }
  return attributes;
};

/** What a document says; of an element that it names twice, the last. */
export const masterDataOf = ({ vocabularies, context }: ParsedDocument): readonly MasterEntry[] => {
  const namespaces = namespacesOf(context);
  const entries = new Map<string, MasterEntry>();
  for (const each of vocabularies) {
    const parsed = vocabulary.safeParse(each);
    if (!parsed.success) continue;
    const { type, vocabularyElementList } = parsed.data;
    for (const { id, attributes, children } of vocabularyElementList) {
      const entry = {
        type,
        id: placeOf(id, namespaces),
        attributes: attributesOf(attributes),
        children: children.map((child) => placeOf(child, namespaces)),
      };
      entries.set(`${type} ${entry.id}`, entry);
    }
  }
  return [...entries.values()];
};

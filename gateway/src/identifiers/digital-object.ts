/** Identifiers and templates as digital objects (数字对象) of DOIP: values by name, and the template as the type. */
import { readHandle } from '@yaosu/chaincode/model/code/national/handle';
import type { HandleValue, TemplateItem } from '../api/identifiers.js';
import type { Database } from '../db/open-database.js';
import type { TemplateRow } from './change-log.js';
import type { ReadableHandle } from './read-handle.js';
import { refuse } from './refusals.js';
import { templateOf } from './templates.js';

const TEXT_TYPE = 1;

/** The template that an identifier names, by prefix and version. @throws HandleRefusal when there is none under the prefix */
export const templateNamed = async (db: Database, type: string, prefix: string): Promise<TemplateRow> => {
  const named = readHandle(type);
  const found = named?.prefix === prefix ? await templateOf(db, prefix, named.suffix) : undefined;
  return found ?? refuse('templateMissing');
};

/**
 * Values by name as values by index.
 * @param former values whose rights stay as they are
 * @throws HandleRefusal for a name that the template has not
 */
export const valuesOf = (
  content: Readonly<Record<string, string>>,
  items: readonly TemplateItem[],
  former: readonly HandleValue[],
): readonly HandleValue[] =>
  Object.entries(content).map(([type, value]) => {
    const item = items.find((each) => each.idType === type && each.state === 1);
    if (item === undefined) return refuse('indexForeign', type);
    const auth = former.find(({ index }) => index === item.idIndex)?.auth ?? '';
    return { index: item.idIndex, type, data: { format: 'string', value }, auth };
  });

/** An identifier as an object. */
export const objectOf = ({ row, values, facts }: ReadableHandle, items: readonly TemplateItem[]): object => {
  const names = new Map(items.map(({ idIndex, name }) => [idIndex, name]));
  const named = { id: row.handle, type: `${row.prefix}/${row.template}` };
  const elements = [...values, ...facts].map(({ index, type, data }) => ({
    ...{ index, type, name: names.get(index) ?? type, dataType: TEXT_TYPE },
    value: data.value,
  }));
  return { ...named, attributes: { ...named, elements } };
};

const itemInfo = ({ idIndex, idType, name, state, metadata }: TemplateItem): object => ({
  itemBasicInfo: { itemIndex: idIndex, itemCode: idType, enName: idType, cnName: name, state },
  itemSchemaInfo: {
    ...{ dataType: TEXT_TYPE, dataTypeString: '字符型' },
    ...{ minLength: metadata.minLength, maxLength: metadata.maxLength },
  },
});

/** A template as an object. */
export const templateObject = ({ prefix, version, content, ...row }: TemplateRow): object => {
  const { items, type: _, description, ...industry } = content;
  const namesOf = (wanted: readonly TemplateItem[]): readonly string[] => wanted.map(({ idType }) => idType);
  return {
    ...{ id: `${prefix}/${version}`, type: '0.TYPE/DO.DOIPMETA' },
    attributes: {
      content: {
        basicInfo: {
          ...{ metaName: version, metaCode: version, ...industry },
          ...{ metaState: 1, metaContributor: prefix, standard: '', metaDesc: description },
        },
        itemInfos: items.map(itemInfo),
        required: namesOf(items.filter(({ required }) => required)),
        ...{ uniqueness: [], inputItem: namesOf(items), listItem: [] },
      },
      metaData: { createTime: row.made_at, updateTime: row.changed_at },
    },
  };
};

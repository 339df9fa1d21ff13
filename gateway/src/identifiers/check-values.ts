/** Whether values are what their template allows. */
import type { HandleValue, TemplateItem } from '../api/identifiers.js';
import { refuse } from './refusals.js';

const checkValue = ({ index, type, data }: HandleValue, item: TemplateItem | undefined): void => {
  if (item === undefined) return refuse('indexForeign', String(index));
  if (item.idType !== type) return refuse('input', `非法操作，索引${index}的类型与模板不一致`);
  const { minLength, maxLength } = item.metadata;
  const length = Array.from(data.value).length;
  if (length < minLength || length > maxLength)
    refuse('itemWrong', `索引${index}的内容长度应为${minLength}到${maxLength}`);
};

/** @throws HandleRefusal for an index or type that the template has not, a wrong length, a value twice, a missing one */
export const checkValues = (values: readonly HandleValue[], items: readonly TemplateItem[]): void => {
  const inUse = new Map(items.filter(({ state }) => state === 1).map((item) => [item.idIndex, item]));
  const seen = new Set<number>();
  for (const value of values) {
    if (seen.has(value.index)) refuse('input', `非法操作，索引${value.index}重复`);
    seen.add(value.index);
    checkValue(value, inUse.get(value.index));
  }
  for (const { idIndex, idType, required } of inUse.values())
    if (required && !seen.has(idIndex)) refuse('itemWrong', `缺少必填的标识属性: ${idType}(${idIndex})`);
};

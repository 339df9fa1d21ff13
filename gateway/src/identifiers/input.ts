/** What callers send, checked one by one; the first thing that is wrong is named. */
import { readHandle } from '@yaosu/chaincode/model/code/national/handle';
import * as z from 'zod';
import { MOST_HANDLE, type HandleValue } from '../api/identifiers.js';
import { HandleRefusal } from './refusals.js';

/** Index of the template's own value. */
export const TEMPLATE_INDEX = 1001;
/** Most identifiers of a batch. */
export const MOST_IN_BATCH = 2_000;
const MOST_VALUES = 500;
const MOST_TEXT = 255;
const MOST_NAME = 128;
const FIRST_ITEM_INDEX = 2_000;
const LAST_INDEX = 2_147_483_647;
const CONTROL = /\p{Cc}/u;

const text = (max: number) =>
  z
    .string()
    .max(max)
    .refine((value) => !CONTROL.test(value));
const needed = (max: number) => text(max).min(1);
const handle = needed(MOST_HANDLE).refine((value) => readHandle(value) !== undefined, '标识格式错误');

const value = z.object({
  index: z
    .int()
    .min(1)
    .max(LAST_INDEX)
    .refine((index) => index !== TEMPLATE_INDEX, '非法操作，索引1001为预留索引'),
  type: needed(MOST_NAME),
  data: z.object({
    format: needed(MOST_NAME).refine((format) => format === 'string', '标识属性内容格式只支持string'),
    value: needed(MOST_TEXT),
  }),
  auth: text(MOST_TEXT).default(''),
});

const registration = z.object({
  handle,
  templateVersion: needed(MOST_NAME),
  value: z.array(value).min(1).max(MOST_VALUES),
});

const index = z.preprocess(
  (given) => (typeof given === 'string' && /^\d{1,10}$/.test(given) ? Number(given) : given),
  z.int().min(FIRST_ITEM_INDEX).max(LAST_INDEX),
);

const item = z.object({
  name: needed(MOST_NAME),
  idType: needed(MOST_NAME),
  idIndex: index.optional(),
  metadata: z
    .object({
      type: z.literal('string').default('string'),
      minLength: z.int().min(0).max(MOST_TEXT),
      maxLength: z.int().min(1).max(MOST_TEXT),
    })
    .refine(({ minLength, maxLength }) => minLength <= maxLength),
  required: z.boolean().default(false),
  state: z.union([z.literal(0), z.literal(1)]).default(1),
});

const templateName = z.object({ prefix: needed(64), version: needed(MOST_NAME) });
const template = templateName.extend({
  industryCategory: needed(MOST_NAME),
  industrySpecific: needed(MOST_NAME),
  industryTrade: needed(MOST_NAME),
  industrySubclass: needed(MOST_NAME),
  type: z.union([z.literal(1), z.literal(2)]),
  description: text(MOST_TEXT).default(''),
  items: z.array(item).max(MOST_VALUES),
});

/** An identifier to be registered or changed. */
export interface Registration {
  readonly handle: string;
  readonly prefix: string;
  /** Version of its template. */
  readonly template: string;
  readonly value: readonly HandleValue[];
}
/** A template as it is handed in. */
export type TemplateInput = z.output<typeof template>;

const pathText = (path: readonly PropertyKey[]): string =>
  path
    .map((part, at) => (typeof part === 'number' ? `[${part}]` : `${at === 0 ? '' : '.'}${String(part)}`))
    .join('');

const valueAt = (body: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((at, part) => (at as Readonly<Record<PropertyKey, unknown>>)[part], body);

const isAbsent = (given: unknown): boolean =>
  given === undefined || given === null || given === '' || (Array.isArray(given) && given.length === 0);

const refusalOf = ({ path, code, message }: z.core.$ZodIssue, body: unknown): HandleRefusal => {
  if (path.length === 0) return new HandleRefusal('request');
  if (isAbsent(valueAt(body, path)))
    return new HandleRefusal('input', `缺少必要的请求参数: ${pathText(path)}`);
  const isOurs = code === 'custom' && message !== 'Invalid input';
  return new HandleRefusal('input', isOurs ? message : `请求参数错误: ${pathText(path)}`);
};

/** A body by its schema. @throws HandleRefusal */
const readBy = <S extends z.ZodType>(schema: S, body: unknown): z.output<S> => {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw issue === undefined ? new HandleRefusal('request') : refusalOf(issue, body);
};

/** Whose identifier a text names; undefined when it is none. */
export const prefixOf = (text: string): string | undefined => readHandle(text)?.prefix;

/** An identifier with its values. @throws HandleRefusal */
export const readRegistration = (body: unknown): Registration => {
  const { templateVersion, ...rest } = readBy(registration, body);
  const values = rest.value.map((each): HandleValue => ({
    ...each,
    data: { ...each.data, format: 'string' },
  }));
  return {
    handle: rest.handle,
    prefix: prefixOf(rest.handle) ?? '',
    template: templateVersion,
    value: values,
  };
};

const namesHandle = z.object({ handle: needed(MOST_HANDLE) });
/** The identifier that a body or query names. @throws HandleRefusal */
export const readHandleName = (body: unknown): string => readBy(namesHandle, body).handle;

/** A template. @throws HandleRefusal */
export const readTemplate = (body: unknown): TemplateInput => readBy(template, body);
/** Prefix and version of a template. @throws HandleRefusal */
export const readTemplateName = (body: unknown): z.output<typeof templateName> => readBy(templateName, body);

/** Items of a batch, none of them looked at yet. @param what is done to them, in Chinese. @throws HandleRefusal */
export const readBatch = (body: unknown, what: string): readonly unknown[] => {
  if (!Array.isArray(body)) throw new HandleRefusal('request');
  if (body.length === 0) throw new HandleRefusal('input', '缺少必要的请求参数');
  if (body.length > MOST_IN_BATCH)
    throw new HandleRefusal('input', `批量${what}标识最大支持${MOST_IN_BATCH}条，请分批提交`);
  return body as readonly unknown[];
};

const content = z.record(needed(MOST_NAME), needed(MOST_TEXT));
const digitalObject = z.object({ type: handle, attributes: z.object({ content }) });
/** An object of DOIP: its template's identifier and its values by name. @throws HandleRefusal */
export const readDigitalObject = (body: unknown): z.output<typeof digitalObject> =>
  readBy(digitalObject, body);

const operation = z.object({ targetId: needed(MOST_HANDLE), operationId: needed(MOST_NAME) });
/** What a DOIP request is about. @throws HandleRefusal */
export const readOperation = (query: unknown): z.output<typeof operation> => readBy(operation, query);

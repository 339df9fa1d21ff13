/** Values of query parameters: `|` separates those of an address, JSON has lists, numbers and booleans. */
import { canonicalTime } from '@yaosu/chaincode/model/epcis/canonical-values';
import { ApiError } from '../api/api-error.js';
import { isWithoutNul } from '../api/query-text.js';

const MAX_VALUES = 1000;
const MAX_LENGTH = 8000;
const TIME = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/;

/** Refuses a parameter. @throws ApiError QUERY_INVALID */
export const refuse = (parameter: string): never => {
  throw new ApiError('QUERY_INVALID', { issues: [parameter.slice(0, 200)] });
};

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= MAX_LENGTH && isWithoutNul(value);

/** Values of a parameter that takes several. */
export const listOf = (parameter: string, value: unknown): readonly string[] => {
  const values =
    typeof value === 'string'
      ? value.split('|')
      : [value].flat().map((each) => (typeof each === 'number' ? String(each) : each));
  const isGood = values.length > 0 && values.length <= MAX_VALUES && values.every(isText);
  return isGood ? values : refuse(parameter);
};

/** The value of a parameter that takes one. */
export const singleOf = (parameter: string, value: unknown): string => {
  const [only, ...others] = [value].flat().map((each) => (typeof each === 'number' ? String(each) : each));
  return isText(only) && others.length === 0 ? only : refuse(parameter);
};

/** A time, in UTC. */
export const timeOf = (parameter: string, value: unknown): string => {
  const time = canonicalTime(singleOf(parameter, value));
  return TIME.test(time) ? time : refuse(parameter);
};

/** Whether a text is a number. */
export const isNumber = (text: string): boolean => NUMBER.test(text);

/** A number. */
export const numberOf = (parameter: string, value: unknown): number => {
  const text = singleOf(parameter, value);
  return isNumber(text) ? Number(text) : refuse(parameter);
};

/** A whole number that is not negative. */
export const countOf = (parameter: string, value: unknown, least: number): number => {
  const count = numberOf(parameter, value);
  return Number.isSafeInteger(count) && count >= least ? count : refuse(parameter);
};

/** A boolean; an empty value means true. */
export const booleanOf = (parameter: string, value: unknown): boolean => {
  if (value === true || value === 'true' || value === '' || value === null) return true;
  return value === false || value === 'false' ? false : refuse(parameter);
};

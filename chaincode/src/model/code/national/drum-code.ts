/** 数字识别码 on the label of a container of hazardous waste (HJ 1276-2022): four parts, 37 characters. */
import { isWasteCode } from '../../waste/waste-code-form.js';
import { isDate } from '../gs1/dates.js';
import { isUscc } from './uscc.js';

const FORM = /^(?<producer>.{18})(?<waste>\d{8})(?<date>\d{8})(?<serial>\d{3})$/;

/** A label's code taken apart. */
export interface DrumCode {
  /** 统一社会信用代码 of who produced or collected the waste. */
  readonly producer: string;
  /** 废物代码 with its hyphens. */
  readonly waste: string;
  /** YYYYMMDD. */
  readonly date: string;
  readonly serial: string;
}

/** A label's code taken apart; undefined when one of its parts is wrong. */
export const readDrumCode = (text: string): DrumCode | undefined => {
  const parts = FORM.exec(text)?.groups;
  if (parts === undefined) return undefined;
  const { producer = '', date = '', serial = '' } = parts;
  const waste = (parts['waste'] ?? '').replace(/^(...)(...)/, '$1-$2-');
  return isUscc(producer) && isWasteCode(waste) && isDate(date, 4, 1)
    ? { producer, waste, date, serial }
    : undefined;
};

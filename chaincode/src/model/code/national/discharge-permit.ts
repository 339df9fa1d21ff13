/** 排污许可证编号, number of a pollutant discharge permit (HJ 608-2017). */
import { isUscc } from './uscc.js';

const FORM = /^(.{18})\d{3}P$/;

/** Whether a text is the holder's 统一社会信用代码, three digits of the production site, and P. */
export const isDischargePermit = (text: string): boolean => {
  const [, holder = ''] = FORM.exec(text) ?? [];
  return isUscc(holder);
};

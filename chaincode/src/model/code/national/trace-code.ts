/** 药品追溯码 of twenty digits (NMPAB/T 1002-2019); codes by ISO and GS1 are read as what they are. */

const FORM = /^\d{20}$/;
const IDENTIFIER_DIGITS = 7;

/** A trace code taken apart. The platform's check is not public: form and registry alone are judged. */
export interface TraceCode {
  /** 药品标识码: enterprise, product, packing and its level. */
  readonly product: string;
  /** 生产标识码: the number of the pack, its check included. */
  readonly production: string;
}

/** A trace code taken apart; undefined when the text has not its form. */
export const readTraceCode = (text: string): TraceCode | undefined =>
  FORM.test(text)
    ? { product: text.slice(0, IDENTIFIER_DIGITS), production: text.slice(IDENTIFIER_DIGITS) }
    : undefined;

/** Whether a trace code's product is on a list of registered ones. */
export const isRegistered = ({ product }: TraceCode, registry: ReadonlySet<string>): boolean =>
  registry.has(product);

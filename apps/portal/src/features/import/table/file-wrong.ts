/** Why a file is not taken, before any of its rows is looked at. */
export type FileFault =
  | 'empty'
  | 'tooBig'
  | 'tooManyRows'
  | 'oldExcel'
  | 'macros'
  | 'notTable'
  | 'broken'
  | 'encoding'
  | 'quotes'
  | 'ragged'
  | 'noHeader'
  | 'unknownColumns'
  | 'twice'
  | 'missingColumns';

/** A file that has no effect; `details` name the line or the columns. */
export class FileWrong extends Error {
  constructor(
    readonly fault: FileFault,
    readonly details: Readonly<Record<string, string | number>> = {},
  ) {
    super(fault);
  }
}

import type { DISPOSITIONS } from '@yaosu/chaincode/model/batch/states';

/** Colour of each disposition, the same on every page. */
export const DISPOSITION_COLOURS: Readonly<Record<(typeof DISPOSITIONS)[number], string>> = {
  inProcess: 'blue',
  quarantine: 'yellow',
  released: 'teal',
  rejected: 'red',
};

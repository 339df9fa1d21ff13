import { defineActs } from '../kernel/define-acts.js';
import { aliasActs } from './alias-acts.js';
import { containerActs } from './container-acts.js';
import { serialActs } from './serial-acts.js';
import { unitActs } from './unit-acts.js';

/** Codes: serials on the line, containers, single units. */
export const codeActs = defineActs('Code', { ...serialActs, ...containerActs, ...aliasActs, ...unitActs });

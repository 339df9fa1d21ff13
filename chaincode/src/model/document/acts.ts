import { defineActs } from '../kernel/define-acts.js';

/** Acts of the document subject. */
export const documentActs = defineActs('Document', {});

/** A link to the form of an act carries what the page knows: the payload's decided fields and the record as it was seen. */
import type { ActHead } from '@yaosu/chaincode/model/act-heads.computed';
import type * as z from 'zod';
import type { actLink } from './read-act-link.js';

/** What a link to an act says. */
export type ActLink = z.input<typeof actLink>;

/** Path of an act's form. */
export const actPath = (act: ActHead, link: ActLink): string =>
  `/acts/${act.contract}/${act.name}?${new URLSearchParams({ link: JSON.stringify(link) }).toString()}`;

/** A link to the form of an act carries what the page knows: the payload's decided fields and the record as it was seen. */
import type { ActHead } from '@yaosu/chaincode/model/act-heads.computed';

/** What a link to an act says. */
export interface ActLink {
  /** Decided by the page: not asked. */
  readonly fixed?: Readonly<Record<string, unknown>> | undefined;
  /** Proposed by the page: asked, and may be changed. */
  readonly start?: Readonly<Record<string, unknown>> | undefined;
  /** Whose sites are chosen from, and the one that is no choice; left out, all sites that the person may see. */
  readonly sites?: { readonly of: string; readonly but: string } | undefined;
  /** Batches that are chosen from; left out, all that the person's firm has. */
  readonly batches?: readonly string[] | undefined;
  readonly seen?: { readonly key: string; readonly hash: string } | undefined;
  /** Where to go when it is signed. */
  readonly back: string;
}

/** Path of an act's form. */
export const actPath = (act: ActHead, link: ActLink): string =>
  `/acts/${act.contract}/${act.name}?${new URLSearchParams({ link: JSON.stringify(link) }).toString()}`;

/** The six bilateral collections, one for each pair of organisations, made from the table of organisations. */
import { ORGANISATIONS, type MspId, type Organisation } from './organisations.js';

/** Name of the collection of two organisations, the same whichever is named first. */
export const collectionOf = (a: string, b: string): string => [a, b].sort().join('-');

const nameOf = (mspId: MspId): string =>
  ORGANISATIONS.find((organisation) => organisation.mspId === mspId)?.name ?? mspId;

/** Collection of what two enterprises keep to themselves: of their hosts, the implicit one where both have the same. */
export const collectionBetween = (a: MspId, b: MspId): string =>
  a === b ? `_implicit_org_${a}` : collectionOf(nameOf(a), nameOf(b));

/** Every pair of organisations, in table order. */
export const PAIRS: readonly (readonly [Organisation, Organisation])[] = ORGANISATIONS.flatMap((a, i) =>
  ORGANISATIONS.slice(i + 1).map((b) => [a, b] as const),
);

/** A collection as Fabric's `collections_config.json` has it. */
export interface CollectionConfig {
  readonly name: string;
  readonly policy: string;
  readonly requiredPeerCount: number;
  readonly maxPeerCount: number;
  readonly blockToLive: number;
  readonly memberOnlyRead: boolean;
  readonly memberOnlyWrite: boolean;
  readonly endorsementPolicy: { readonly signaturePolicy: string };
}

/** Collections of the chaincode definition; one member alone may write, so that private terms never wait for two. */
export const COLLECTIONS: readonly CollectionConfig[] = PAIRS.map(([a, b]) => {
  const peers = `OR('${a.mspId}.peer','${b.mspId}.peer')`;
  return {
    name: collectionOf(a.name, b.name),
    // Fabric asks this policy for clients, too: with peers alone in it, memberOnlyRead and -Write lock everybody out.
    policy: `OR('${a.mspId}.member','${b.mspId}.member')`,
    requiredPeerCount: 0,
    maxPeerCount: 1,
    blockToLive: 0,
    memberOnlyRead: true,
    memberOnlyWrite: true,
    endorsementPolicy: { signaturePolicy: peers },
  };
});

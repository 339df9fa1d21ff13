import type { PolicyTree } from './policy-tree.js';
import { satisfies } from './satisfies.js';

/** What a set of endorsing organisations has to fulfil. */
export interface EndorsementPlan {
  /** Organisations with a peer that may be asked, the preferred ones first. */
  readonly candidates: readonly string[];
  readonly policies: readonly PolicyTree[];
}

/** The smallest set of organisations that satisfies every policy; among equals the one with earlier candidates. */
export function chooseEndorsers({ candidates, policies }: EndorsementPlan): readonly string[] | undefined {
  for (let size = 1; size <= candidates.length; size += 1) {
    const found = combinations(candidates, size).find((chosen) => isEnough(chosen, policies));
    if (found) return found;
  }
  return undefined;
}

function isEnough(organisations: readonly string[], policies: readonly PolicyTree[]): boolean {
  const signatories = organisations.map((mspId) => ({ mspId, role: 'peer' as const }));
  return policies.every((policy) => satisfies(policy, signatories));
}

/** Subsets of a size in lexicographic order of positions. */
function combinations(items: readonly string[], size: number): string[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, index) =>
    combinations(items.slice(index + 1), size - 1).map((rest) => [item, ...rest]),
  );
}

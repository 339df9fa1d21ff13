/** Sites of the story, by name, as the demo registers them. */
import { STORY_ENTERPRISES } from '../demo/story-enterprises.js';

/** GLN of an enterprise's site, its first one unless another is asked for. @throws when it has none */
export const glnOfSite = (enterprise: string, index = 0): string => {
  const site = STORY_ENTERPRISES.find((each) => each.enterprise === enterprise)?.sites[index];
  if (site === undefined) throw new Error(`${enterprise} has no site ${String(index)}`);
  return site.gln;
};

/** The enterprises of the story by the part that they play. */
export const FIRM = {
  drugAuthority: 'drug-authority',
  environmentAuthority: 'environment-authority',
  supplier: 'linhe-chemical',
  /** A supplier whose licence has expired. */
  lapsedSupplier: 'beiyuan-materials',
  printer: 'nanshan-packaging',
  cdmo: 'qingtai-cdmo',
  maker: 'anhe-pharma',
  rival: 'ruikang-pharma',
  carrier: 'jiezhou-coldchain',
  wholesaler: 'huida-wholesale',
  pharmacy: 'renxin-pharmacy',
  wasteCarrier: 'lvtu-transport',
  disposer: 'jingyuan-disposal',
  /** A disposer whose licence names another code, and one in another province. */
  otherDisposer: 'hengji-recycling',
  farDisposer: 'yueqing-disposal',
} as const;

/** Authority's login → why it reads, outside of a case. */
export const PURPOSES: Readonly<Record<string, string>> = {
  'drug-inspector': 'recall',
  'environment-inspector': 'inspection',
};

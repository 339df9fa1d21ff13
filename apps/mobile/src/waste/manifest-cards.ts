import type { DeviceSession } from '@yaosu/gateway/api/browser/device-session';
import type { Manifest, Reference } from '../shipments/reference.js';
import { t } from '../texts/texts.js';
import { h } from '../ui/h.js';
import { manifestLine, manifestWay } from './manifest-facts.js';
import { mayRefuseLoading } from './manifest-page.js';
import { mayGiveWaste } from './road-hand-over.js';
import { mayWeighIn } from './weigh-in.js';

type Title = 'wasteComing' | 'wasteReady' | 'wasteOnBoard';

/** Why a manifest stands in the list of this person; undefined when it does not. */
const titleOf = (session: DeviceSession, manifest: Manifest): Title | undefined => {
  if (mayWeighIn(session, manifest)) return 'wasteComing';
  if (mayRefuseLoading(session, manifest)) return 'wasteReady';
  return mayGiveWaste(session, manifest) ? 'wasteOnBoard' : undefined;
};

/** Manifests of waste that wait at the gate for this driver, are on board, or come to the scales of this keeper. */
export const manifestCards = (session: DeviceSession, reference: Reference): HTMLElement[] =>
  reference.manifests.flatMap((manifest) => {
    const title = titleOf(session, manifest);
    if (title === undefined) return [];
    const heading = h('h3', {}, `${t(title)} ${manifestLine(manifest)}`);
    const attributes = { href: `#/manifest/${manifest.manifest}` };
    return [h('a', { class: 'card', attributes }, heading, manifestWay(manifest, reference))];
  });

import type { DeviceSession } from '@yaosu/gateway/api/browser/device-session';
import type { Reference } from '../shipments/reference.js';
import { t } from '../texts/texts.js';
import { h } from '../ui/h.js';
import { manifestLine, manifestWay } from './manifest-facts.js';
import { mayRefuseLoading } from './manifest-page.js';
import { mayWeighIn } from './weigh-in.js';

/** Manifests of waste that wait at the gate for this driver, or come to the scales of this keeper. */
export const manifestCards = (session: DeviceSession, reference: Reference): HTMLElement[] =>
  reference.manifests
    .filter((manifest) => mayRefuseLoading(session, manifest) || mayWeighIn(session, manifest))
    .map((manifest) =>
      h(
        'a',
        { class: 'card', attributes: { href: `#/manifest/${manifest.manifest}` } },
        h(
          'h3',
          {},
          `${t(mayWeighIn(session, manifest) ? 'wasteComing' : 'wasteReady')} ${manifestLine(manifest)}`,
        ),
        manifestWay(manifest, reference),
      ),
    );

/** The keeper's side of a weigh-in: every drum ticked off and weighed, the driver's signature, into the outbox. */
import type { ReceivedDrum } from '@yaosu/chaincode/model/waste/manifest-schemas';
import type { DeviceSession } from '@yaosu/gateway/api/browser/device-session';
import { evidenceForm } from '../evidence/evidence-form.js';
import { askSecond, type SecondAsked } from '../hand-over/ask-second.js';
import type { Outbox } from '../outbox/outbox.js';
import type { Manifest } from '../shipments/reference.js';
import { t } from '../texts/texts.js';
import { drumField } from './drum-field.js';
import { newWeighIn, weighInCommand } from './weigh-in.js';

/** What is weighed in, by whom, and where it is shown. */
export interface WeighingIn {
  readonly session: DeviceSession;
  readonly outbox: Outbox;
  readonly manifest: Manifest;
  readonly box: HTMLElement;
}

/** The form. */
export const weighInForm = ({ session, outbox, manifest, box }: WeighingIn): HTMLElement => {
  const fields = manifest.lines.map((line, at) => drumField(line, at + 1));
  const chosen = (): { readonly drums: readonly ReceivedDrum[] } | undefined => {
    const drums: ReceivedDrum[] = [];
    for (const field of fields) {
      const said = field.said();
      if (said === undefined) return undefined;
      drums.push(said);
    }
    return { drums };
  };
  return evidenceForm({
    kind: 'weighbridge',
    fields: fields.map(({ element }) => element),
    chosen,
    words: t('ticket'),
    areWordsNeeded: true,
    button: t('signAndShow'),
    done: ({ drums }, evidence, digest) => {
      const request = newWeighIn(session, manifest, drums, digest);
      const asked: SecondAsked = {
        ...{ session, outbox, request, evidence },
        commandOf: (driver) => weighInCommand(request, drums, driver),
        problemWith: ({ e }) => (manifest.carriers.includes(e) ? undefined : t('notForYou')),
        title: `${t('weighIn')} ${manifest.code}`,
      };
      return askSecond(asked, box);
    },
  });
};

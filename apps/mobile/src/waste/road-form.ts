/** The giver's side of waste on the road: which vehicle takes it on, then the other driver's signature. */
import type { DeviceSession } from '@yaosu/gateway/api/browser/device-session';
import { askSecond } from '../hand-over/ask-second.js';
import { isUnfit, standingOf, UNFIT } from '../hand-over/standing-of.js';
import type { Outbox } from '../outbox/outbox.js';
import type { Manifest, Reference } from '../shipments/reference.js';
import { sentenceOf } from '../texts/sentence-of.js';
import { t } from '../texts/texts.js';
import { h } from '../ui/h.js';
import { labelled } from '../ui/labelled.js';
import { carrierProblem } from './gate.js';
import { newWasteOffer, wasteOfferCommand } from './road-hand-over.js';

interface GivingWaste {
  readonly session: DeviceSession;
  readonly outbox: Outbox;
  readonly manifest: Manifest;
  readonly reference: Reference;
  readonly box: HTMLElement;
}

/** The form. */
export const roadForm = ({ session, outbox, manifest, reference, box }: GivingWaste): HTMLElement => {
  const vehicle = h('input', { attributes: { id: 'vehicle', required: '', maxlength: '20' } });
  const show = async (): Promise<void> => {
    if (!vehicle.reportValidity()) return;
    const request = newWasteOffer(session, manifest, vehicle.value.trim());
    await askSecond(
      {
        ...{ session, outbox, request },
        commandOf: (taker) => wasteOfferCommand(request, taker),
        problemWith: (taker) => {
          const standing = standingOf(taker, reference, session);
          if (isUnfit(standing)) return t(UNFIT[standing]);
          const problem = carrierProblem(reference, taker.e, request.k, request.at);
          return problem && sentenceOf(problem);
        },
        title: `${t('giveWaste')} ${manifest.code}`,
      },
      box,
    );
  };
  return h(
    'section',
    {},
    labelled(t('nextVehicle'), vehicle),
    h('button', { onClick: show }, t('showOffer')),
  );
};

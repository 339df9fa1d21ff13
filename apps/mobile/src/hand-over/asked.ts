/** What another phone asks this one for, told by its code: a load to take over, or a second signature. */
import type { DeviceSession } from '@yaosu/gateway/api/browser/device-session';
import { secondPage } from '../dispensing/second-page.js';
import type { Outbox } from '../outbox/outbox.js';
import type { Reference } from '../shipments/reference.js';
import { t } from '../texts/texts.js';
import { departureSecond } from '../waste/departure-second.js';
import { roadSecond } from '../waste/road-second.js';
import { weighInSecond } from '../waste/weigh-in-second.js';
import { decodeMessage } from './messages.js';
import { takePage, type TakeBegin } from './take-page.js';

interface Asked {
  readonly session: DeviceSession;
  readonly outbox: Outbox;
  readonly reference: Reference;
}

/** The code that the scanner's page has read for this one; it is asked for once. */
export const scannedElsewhere = (): string | undefined => {
  const code = sessionStorage.getItem('yaosu-offer') ?? undefined;
  sessionStorage.removeItem('yaosu-offer');
  return code;
};

/** Title and content of the page. */
export const asked = async (
  { session, outbox, reference }: Asked,
  begin: TakeBegin,
): Promise<readonly [string, HTMLElement]> => {
  const message = decodeMessage(begin.code ?? '');
  switch (message?.t) {
    case 'weighIn':
      return [t('weighIn'), weighInSecond(session, reference, message)];
    case 'depart':
      return [t('depart'), departureSecond(session, reference, message)];
    case 'wasteOffer':
      return [t('takeWaste'), await roadSecond(session, reference, message)];
    case 'takeBack':
      return [t('takeBackTitle'), await secondPage(session, message)];
    default:
      return [t('take'), takePage(session, outbox, reference, begin)];
  }
};

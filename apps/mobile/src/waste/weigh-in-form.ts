/** The keeper's side of a weigh-in: every drum ticked off and weighed, the driver's signature, into the outbox. */
import type { ReceivedDrum } from '@yaosu/chaincode/model/waste/manifest-schemas';
import type { DeviceSession } from '@yaosu/gateway/api/browser/device-session';
import { signCommand } from '@yaosu/identity/keys/device-key';
import { evidenceForm } from '../evidence/evidence-form.js';
import { envelopeOf, hasSigned } from '../hand-over/agree.js';
import { decodeMessage, encodeMessage, type WeighInMessage } from '../hand-over/messages.js';
import { newQr } from '../hand-over/qr.js';
import { liveCard } from '../outbox/entry-card.js';
import type { Evidence } from '../outbox/entry.js';
import type { Outbox } from '../outbox/outbox.js';
import { newScanner } from '../scan/scanner.js';
import type { Manifest } from '../shipments/reference.js';
import { t } from '../texts/texts.js';
import { fill, h } from '../ui/h.js';
import { sayProblem } from '../ui/say-problem.js';
import { drumField } from './drum-field.js';
import { newWeighIn, weighInCommand } from './weigh-in.js';

/** What is weighed in, by whom, and where it is shown. */
export interface WeighingIn {
  readonly session: DeviceSession;
  readonly outbox: Outbox;
  readonly manifest: Manifest;
  readonly box: HTMLElement;
}

/** What was weighed, and the request that says so. */
interface Asked {
  readonly drums: readonly ReceivedDrum[];
  readonly request: WeighInMessage;
  readonly evidence: Evidence;
}

const conclude = async (
  { session, outbox, manifest, box }: WeighingIn,
  { drums, request, evidence }: Asked,
  text: string,
): Promise<void> => {
  const answer = decodeMessage(text);
  const isOurs = answer?.t === 'answer' && answer.n === request.n;
  if (!isOurs || !manifest.carriers.includes(answer.k.e)) {
    sayProblem(box, t('notForYou'));
    return;
  }
  const command = weighInCommand(request, drums, answer.k);
  if (!(await hasSigned(command, answer.k, answer.s))) {
    sayProblem(box, t('signatureWrong'));
    return;
  }
  const { signature } = await signCommand(session.key, command);
  await outbox.add(`${t('weighIn')} ${manifest.code}`, envelopeOf(command, signature, answer.s), evidence);
  fill(box, liveCard(outbox, command.cmd));
};

const ask = async (weighing: WeighingIn, asked: Asked): Promise<void> => {
  const { box } = weighing;
  const code = await newQr(encodeMessage(asked.request));
  const read = (text: string): Promise<void> => conclude(weighing, asked, text);
  fill(box, h('p', {}, t('showThis')), code, h('h2', {}, t('scanAnswer')), newScanner(read));
};

/** The form. */
export const weighInForm = (weighing: WeighingIn): HTMLElement => {
  const { session, manifest } = weighing;
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
    done: ({ drums }, evidence, digest) =>
      ask(weighing, { drums, evidence, request: newWeighIn(session, manifest, drums, digest) }),
  });
};

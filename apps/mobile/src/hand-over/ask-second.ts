/** The first signer of a command that a second phone signs too: shows the request, reads the answer, signs and keeps it. */
import type { Command } from '@yaosu/chaincode/model/kernel/command';
import type { DeviceSession } from '@yaosu/gateway/api/browser/device-session';
import { signCommand } from '@yaosu/identity/keys/signing-key';
import { liveCard } from '../outbox/entry-card.js';
import type { Evidence } from '../outbox/entry.js';
import type { Outbox } from '../outbox/outbox.js';
import { newScanner } from '../scan/scanner.js';
import { t } from '../texts/texts.js';
import { fill, h } from '../ui/h.js';
import { sayProblem } from '../ui/say-problem.js';
import { envelopeOf, hasSigned } from './agree.js';
import { decodeMessage, encodeMessage, type AnswerMessage, type HandOverMessage } from './messages.js';
import { newQr } from './qr.js';

/** What is asked of the other phone, and what is made of its answer. */
export interface SecondAsked {
  readonly session: DeviceSession;
  readonly outbox: Outbox;
  readonly request: HandOverMessage;
  readonly commandOf: (second: AnswerMessage['k']) => Command;
  /** Why such a signer does not sign, in a sentence; anybody may when left out, the ledger judges. */
  readonly problemWith?: (second: AnswerMessage['k']) => string | undefined;
  /** The act names the second signer before the first one. */
  readonly isSecondNamedFirst?: true;
  readonly title: string;
  readonly evidence?: Evidence;
}

const conclude = async (asked: SecondAsked, text: string, box: HTMLElement): Promise<void> => {
  const { session, outbox, request, commandOf, problemWith = () => undefined, title, evidence } = asked;
  const answer = decodeMessage(text);
  if (answer?.t !== 'answer' || answer.n !== request.n) {
    sayProblem(box, t('notForYou'));
    return;
  }
  const problem = problemWith(answer.k);
  if (problem !== undefined) {
    sayProblem(box, problem);
    return;
  }
  const command = commandOf(answer.k);
  if (!(await hasSigned(command, answer.k, answer.s))) {
    sayProblem(box, t('signatureWrong'));
    return;
  }
  const { signature } = await signCommand(session.key, command);
  const both = asked.isSecondNamedFirst === true ? [answer.s, signature] : [signature, answer.s];
  await outbox.add(title, envelopeOf(command, ...(both as [string, string])), evidence);
  fill(box, liveCard(outbox, command.cmd));
};

/** Shows the request in place of what a box held, and waits for the answer. */
export const askSecond = async (asked: SecondAsked, box: HTMLElement): Promise<void> => {
  const code = await newQr(encodeMessage(asked.request));
  const read = (text: string): Promise<void> => conclude(asked, text, box);
  fill(box, h('p', {}, t('showThis')), code, h('h2', {}, t('scanAnswer')), newScanner(read));
};

/**
 * What two phones show each other to sign together. A load without signal: an offer, an answer with the taker's signature,
 * and a last message with the giver's; both build the same command, so that the two arrivals are one. A reversal, a
 * weigh-in, a departure of waste and its hand-over on the road: a request and an answer.
 */
import * as z from 'zod';
import { gln } from '@yaosu/chaincode/model/enterprise/schemas';
import { countedBatches } from '@yaosu/chaincode/model/shipment/counted';
import { REFUSAL_REASONS } from '@yaosu/chaincode/model/shipment/states';
import {
  digest,
  enterpriseId,
  kid,
  ledgerId,
  nonce,
  officialNumber,
  publicKey,
  recordId,
  text,
} from '@yaosu/chaincode/model/kernel/text';
import { receivedDrum } from '@yaosu/chaincode/model/waste/manifest-schemas';
import { DANGEROUS_CLASSES } from '@yaosu/chaincode/model/waste/states';
import { wasteCode } from '@yaosu/chaincode/model/waste/waste-code';
import { instant } from '@yaosu/chaincode/model/kernel/time';
import { HAND_OVER_PREFIX } from './prefix.js';

/** Seals that a hand-over may name. */
export const MAX_SEALS = 10;
/** Number of a seal, as printed. */
export const sealNumber = text(40);
const MAX_DRUMS = 20;
const signature = z.string().regex(/^[A-Za-z0-9_-]{86}$/);
const signatory = z.strictObject({ e: enterpriseId, k: kid, p: publicKey });

/** The giver's phone: what is handed over, and who gives it. */
export const offerMessage = z.strictObject({
  t: z.literal('offer'),
  l: ledgerId,
  n: nonce,
  /** `receive` when the consignee takes it, `refuse` when the consignee does not, else `handOver`. */
  a: z.enum(['handOver', 'receive', 'refuse']),
  s: recordId,
  c: countedBatches,
  e: z.array(sealNumber).max(MAX_SEALS),
  /** Why it is refused, and the digest of the evidence; null where it is taken. */
  w: z.strictObject({ r: z.enum(REFUSAL_REASONS), d: digest }).nullable(),
  at: instant,
  g: signatory,
});
/** An offer. */
export type OfferMessage = z.infer<typeof offerMessage>;

/** The taker's phone. */
export const answerMessage = z.strictObject({ t: z.literal('answer'), n: nonce, k: signatory, s: signature });
/** An answer. */
export type AnswerMessage = z.infer<typeof answerMessage>;

/** The giver's phone again. */
export const finalMessage = z.strictObject({ t: z.literal('final'), n: nonce, s: signature });

/** A pharmacist's phone asks a second person to take a dispensing back; the answer is an {@link answerMessage}. */
export const takeBackMessage = z.strictObject({
  t: z.literal('takeBack'),
  l: ledgerId,
  n: nonce,
  /** GTIN and serial of the pack, from which both phones derive its code. */
  i: z.string().regex(/^\d{14}$/),
  x: text(20),
  /** GLN of the counter. */
  p: gln,
  /** Reason in words, and the salt of its signed digest. */
  w: text(200),
  z: nonce,
  /** The unit as the first one saw it. */
  h: recordId,
  at: instant,
  g: signatory,
});
/** A request for the second signature of a reversal. */
export type TakeBackMessage = z.infer<typeof takeBackMessage>;

const { verdict, gross, tare } = receivedDrum.shape;
const weighing = z.tuple([verdict, gross, tare]);

/** An acceptor's phone asks the driver to sign what its scales say; the answer is an {@link answerMessage}. */
export const weighInMessage = z.strictObject({
  t: z.literal('weighIn'),
  l: ledgerId,
  n: nonce,
  m: recordId,
  /** Of every drum, in the order of the manifest, which both phones have: twenty whole drums would not fit into a code. */
  d: z.array(weighing).min(1).max(MAX_DRUMS),
  /** Digest of the ticket of the weighbridge. */
  w: digest,
  at: instant,
  g: signatory,
});
/** A request for the driver's signature of a weigh-in. */
export type WeighInMessage = z.infer<typeof weighInMessage>;

const drumIds = z.array(digest).min(1).max(MAX_DRUMS);

/** A driver's phone asks the generator's keeper to let a load of waste depart; the answer is an {@link answerMessage}. */
export const departMessage = z.strictObject({
  t: z.literal('depart'),
  l: ledgerId,
  n: nonce,
  m: recordId,
  /** The draft as the driver saw it. */
  h: digest,
  /** Number of the approval across provinces and digest of its paper; null within one. */
  p: z.strictObject({ number: officialNumber, digest }).nullable(),
  at: instant,
  g: signatory,
});
/** A request for the keeper's signature of a departure. */
export type DepartMessage = z.infer<typeof departMessage>;

/** A driver's phone gives a load of waste to another driver; the answer is an {@link answerMessage}. */
export const wasteOfferMessage = z.strictObject({
  t: z.literal('wasteOffer'),
  l: ledgerId,
  n: nonce,
  m: recordId,
  /** Code of the waste, its drums and the classes on board: the next carrier does not know the manifest yet. */
  c: wasteCode,
  d: drumIds,
  k: z.array(z.enum(DANGEROUS_CLASSES)).min(1),
  /** Vehicle that takes it on. */
  v: text(20),
  at: instant,
  g: signatory,
});
/** A load of waste that goes on with another driver. */
export type WasteOfferMessage = z.infer<typeof wasteOfferMessage>;

/** Any of them. */
export const handOverMessage = z.discriminatedUnion('t', [
  offerMessage,
  answerMessage,
  finalMessage,
  takeBackMessage,
  weighInMessage,
  departMessage,
  wasteOfferMessage,
]);
/** A message between the phones. */
export type HandOverMessage = z.infer<typeof handOverMessage>;

/** The text of a code. */
export const encodeMessage = (message: HandOverMessage): string => HAND_OVER_PREFIX + JSON.stringify(message);

/** The message of a code; undefined when it is none. */
export const decodeMessage = (code: string): HandOverMessage | undefined => {
  if (!code.startsWith(HAND_OVER_PREFIX)) return undefined;
  try {
    const parsed = handOverMessage.safeParse(JSON.parse(code.slice(HAND_OVER_PREFIX.length)));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
};

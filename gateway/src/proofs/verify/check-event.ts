/** An EPCIS event that a file shows beside its bundle: whether it is the one under the attested root. */
import { fromHex } from '@yaosu/chaincode/signing/bytes';
import { eventDigest } from '@yaosu/chaincode/signing/event-hash';
import { hashOfLeaf, rootOfProof } from '@yaosu/chaincode/signing/merkle';
import { eventProof, type Bundle, type EventProof } from '../../api/proof-schemas.js';
import { checked, type Check } from './checks.js';

/** What a file says of an event; undefined when it says nothing of one. */
const shownIn = (text: string): unknown => {
  try {
    return (JSON.parse(text) as { readonly epcis?: unknown } | null)?.epcis;
  } catch {
    return undefined;
  }
};

const digestOf = ({ event, context }: EventProof): string => {
  try {
    return eventDigest(event, context);
  } catch {
    return '';
  }
};

const problemsOf = (shown: EventProof, bundle: Bundle): readonly string[] => {
  const { hash, index, count, path, attestation } = shown;
  const record = bundle.records.find(({ key }) => key === attestation)?.value;
  if (record === undefined) return [`the bundle does not show ${attestation}`];
  const root = rootOfProof({ leaf: hashOfLeaf(fromHex(hash)), index, size: count, proof: path });
  return [
    ...(record['kind'] === 'epcis' ? [] : ['the attestation is not one of EPCIS events']),
    ...(digestOf(shown) === hash ? [] : ['the event is not the one that was hashed: it was altered']),
    ...(record['count'] === count ? [] : ['the attestation counts other events']),
    ...(root === record['root'] ? [] : ['the event is not under the attested root']),
  ];
};

/** The check of an event, if the file shows one. */
export const checkEvent = (text: string, bundle: Bundle): readonly Check[] => {
  const shown = shownIn(text);
  if (shown === undefined) return [];
  const parsed = eventProof.safeParse(shown);
  if (!parsed.success)
    return [checked('event', ['what is shown of the event has not the form of a proof'], '')];
  const { hash, index, count, attestation } = parsed.data;
  const found = `${hash}, event ${String(index + 1)} of ${String(count)} of ${attestation}`;
  return [checked('event', problemsOf(parsed.data, bundle), found)];
};

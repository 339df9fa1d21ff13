import { common, peer } from '@hyperledger/fabric-protos';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import timestamps from 'google-protobuf/google/protobuf/timestamp_pb.js';
import { openEnvelope } from '../../blocks/open-envelope.js';
import { openTransaction } from '../../blocks/open-transaction.js';
import type { Signer } from '../msp/signer.js';
import { newResponsePayload } from '../peers/endorsement.js';
import { newEnvelope } from './new-envelope.js';
import { newPayload, newProposal } from './new-proposal.js';

const text = fc.string({ unit: 'binary', maxLength: 100 });
/** The library that reads keeps maps in plain objects, which lose this one name; no act has a transient field of it. */
const field = text.filter((name) => name !== '__proto__');
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc.nat({ max: 40_000 }).map((length) => new Uint8Array(length).fill(7)),
);
const request = fc.record({
  channel: text,
  chaincode: text,
  args: fc.array(bytes, { maxLength: 4 }),
  transient: fc.dictionary(field, bytes, { maxKeys: 3 }),
  timestamp: fc.nat({ max: 4_102_444_800_000 }),
});
const result = fc.record({
  chaincode: fc.record({ name: text, version: text }),
  response: fc.record({ status: fc.nat({ max: 599 }), message: text, payload: bytes }),
  event: fc.constant(undefined),
  results: bytes,
});
const endorsements = fc.array(fc.record({ endorser: bytes, signature: bytes }), { maxLength: 3 });

const signer: Signer = {
  mspId: 'ManufacturerMSP',
  serialised: Uint8Array.of(1, 2, 3),
  sign: () => Promise.resolve(Buffer.from('signed')),
};

const hex = (value: Uint8Array): string => Buffer.from(value).toString('hex');
const allHex = (values: readonly Uint8Array[]): readonly string[] => values.map(hex);

describe('what the embedded client and its peers write', () => {
  it('is what the protobuf library reads of a proposal', async () => {
    await fc.assert(
      fc.asyncProperty(request, async (asked) => {
        const { channelHeader, signatureHeader, publicPayload, signed, txId } = await newProposal(
          asked,
          signer,
        );
        const header = common.ChannelHeader.deserializeBinary(channelHeader);
        expect(header.getType()).toBe(common.HeaderType.ENDORSER_TRANSACTION);
        expect([header.getChannelId(), header.getTxId()]).toEqual([asked.channel, txId]);
        expect(header.getTimestamp()?.toObject()).toEqual(
          timestamps.Timestamp.fromDate(new Date(asked.timestamp)).toObject(),
        );
        const extension = peer.ChaincodeHeaderExtension.deserializeBinary(header.getExtension_asU8());
        expect(extension.getChaincodeId()?.getName()).toBe(asked.chaincode);
        const creator = common.SignatureHeader.deserializeBinary(signatureHeader).getCreator_asU8();
        expect(hex(creator)).toBe(hex(signer.serialised));
        const proposal = peer.Proposal.deserializeBinary(signed.bytes);
        const whole = common.Header.deserializeBinary(proposal.getHeader_asU8());
        expect(allHex([whole.getChannelHeader_asU8(), whole.getSignatureHeader_asU8()])).toEqual(
          allHex([channelHeader, signatureHeader]),
        );
        const payload = peer.ChaincodeProposalPayload.deserializeBinary(proposal.getPayload_asU8());
        const transient = [...payload.getTransientmapMap().entries()] as [string, Uint8Array][];
        expect(transient.map(([name, value]) => [name, hex(value)]).sort()).toEqual(
          Object.entries(asked.transient)
            .map(([name, value]) => [name, hex(value)])
            .sort(),
        );
        const onLedger = peer.ChaincodeProposalPayload.deserializeBinary(publicPayload);
        expect(onLedger.getTransientmapMap().getLength()).toBe(0);
        const spec = peer.ChaincodeInvocationSpec.deserializeBinary(
          onLedger.getInput_asU8(),
        ).getChaincodeSpec();
        expect(spec?.getType()).toBe(peer.ChaincodeSpec.Type.NODE);
        expect(spec?.getChaincodeId()?.getName()).toBe(asked.chaincode);
        expect(allHex(spec?.getInput()?.getArgsList_asU8() ?? [])).toEqual(allHex(asked.args));
      }),
    );
  });

  it('is what it makes of a response, to the byte', () => {
    fc.assert(
      fc.property(bytes, result, (hash, made) => {
        const { chaincode, response, results } = made;
        const id = new peer.ChaincodeID();
        id.setName(chaincode.name);
        id.setVersion(chaincode.version);
        const answer = new peer.Response();
        answer.setStatus(response.status);
        answer.setMessage(response.message);
        answer.setPayload(response.payload);
        const action = new peer.ChaincodeAction();
        action.setResults(results);
        action.setResponse(answer);
        action.setChaincodeId(id);
        const payload = new peer.ProposalResponsePayload();
        payload.setProposalHash(hash);
        payload.setExtension$(action.serializeBinary());
        expect(hex(newResponsePayload(hash, made))).toBe(hex(payload.serializeBinary()));
      }),
    );
  });

  it('is what it reads of an envelope, and what we read', async () => {
    await fc.assert(
      fc.asyncProperty(request, result, endorsements, async (asked, made, signatures) => {
        const proposal = await newProposal(asked, signer);
        const responsePayload = newResponsePayload(proposal.hash, made);
        const sealed = await newEnvelope(proposal, { responsePayload, endorsements: signatures }, signer);
        const envelope = common.Envelope.deserializeBinary(sealed);
        const payload = common.Payload.deserializeBinary(envelope.getPayload_asU8());
        const transaction = peer.Transaction.deserializeBinary(payload.getData_asU8());
        const [action] = transaction.getActionsList();
        const inner = peer.ChaincodeActionPayload.deserializeBinary(
          action?.getPayload_asU8() ?? new Uint8Array(),
        );
        const endorsed = inner.getAction();
        const read = openTransaction(openEnvelope(sealed).data);
        expect(hex(envelope.getSignature_asU8())).toBe(hex(Buffer.from('signed')));
        expect(hex(payload.getHeader()?.getSignatureHeader_asU8() ?? new Uint8Array())).toBe(
          hex(proposal.signatureHeader),
        );
        expect(hex(inner.getChaincodeProposalPayload_asU8())).toBe(hex(newPayload(asked, {})));
        expect(hex(read.proposalPayload)).toBe(hex(inner.getChaincodeProposalPayload_asU8()));
        expect(hex(read.responsePayload)).toBe(
          hex(endorsed?.getProposalResponsePayload_asU8() ?? new Uint8Array()),
        );
        expect(allHex(read.args)).toEqual(allHex(asked.args));
        expect([read.chaincode, hex(read.results)]).toEqual([made.chaincode.name, hex(made.results)]);
        expect(read.endorsements.flatMap((each) => allHex([each.endorser, each.signature]))).toEqual(
          (endorsed?.getEndorsementsList() ?? []).flatMap((each) =>
            allHex([each.getEndorser_asU8(), each.getSignature_asU8()]),
          ),
        );
      }),
    );
  });
});

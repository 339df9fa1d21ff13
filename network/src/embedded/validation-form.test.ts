import { common, peer } from '@hyperledger/fabric-protos';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { dataHash, headerHash } from '../blocks/block-hashes.js';
import { openEnvelope } from '../blocks/open-envelope.js';
import type { Endorsed } from './definition.js';
import { poolCurve } from './msp/curve.js';
import { newSigner } from './msp/signer.js';
import { newEndorsement } from './peers/endorsement.js';
import { CDMO, LOGISTICS, MANUFACTURER, newProbeDefinition, put, TestLedger } from './testing/test-ledger.js';

const { TxValidationCode } = peer;

type Tamper = (payload: common.Payload) => void;

const TAMPERED: readonly { readonly name: string; readonly tamper: Tamper; readonly code: number }[] = [
  { name: 'nothing', tamper: () => undefined, code: TxValidationCode.VALID },
  {
    name: 'the transaction id',
    tamper: changeHeader((header) => {
      header.setTxId('00'.repeat(32));
    }),
    code: TxValidationCode.BAD_PROPOSAL_TXID,
  },
  {
    name: 'the channel',
    tamper: changeHeader((header) => {
      header.setChannelId('elsewhere');
    }),
    code: TxValidationCode.TARGET_CHAIN_NOT_FOUND,
  },
  {
    name: 'the time',
    tamper: changeHeader((header) => {
      header.getTimestamp()?.setSeconds(1);
    }),
    code: TxValidationCode.INVALID_ENDORSER_TRANSACTION,
  },
  {
    name: 'the type',
    tamper: changeHeader((header) => {
      header.setType(common.HeaderType.CONFIG);
    }),
    code: TxValidationCode.UNKNOWN_TX_TYPE,
  },
  {
    name: 'the transaction',
    tamper: (payload) => {
      payload.setData(new Uint8Array());
    },
    code: TxValidationCode.INVALID_ENDORSER_TRANSACTION,
  },
];

describe('the form of a transaction', () => {
  let test: TestLedger;
  beforeEach(async () => {
    const members = [MANUFACTURER, CDMO, LOGISTICS].map((member) => ({ member }));
    const loose = newProbeDefinition({ name: 'loose', policy: { n: 3, of: members } });
    test = await TestLedger.open({ chaincodes: [newProbeDefinition(), loose] });
  });
  afterEach(() => test.close());

  it.each(TAMPERED)('gives code $code after a change of $name, signed again', async ({ tamper, code }) => {
    const { envelope } = await test.endorse([put('k', '1')]);
    const payload = common.Payload.deserializeBinary(openEnvelope(envelope).payload);
    tamper(payload);
    expect(await codeOf(await seal(payload, newSigner(test.identity(MANUFACTURER), poolCurve)))).toBe(code);
  });

  it('gives BAD_CREATOR_SIGNATURE when another signs', async () => {
    const { envelope } = await test.endorse([put('k', '1')]);
    const payload = common.Payload.deserializeBinary(openEnvelope(envelope).payload);
    const sealed = await seal(payload, newSigner(test.identity(CDMO), poolCurve));
    expect(await codeOf(sealed)).toBe(TxValidationCode.BAD_CREATOR_SIGNATURE);
  });

  it('gives BAD_PAYLOAD to bytes that are no envelope', async () => {
    expect(await codeOf(Uint8Array.of(1, 2, 3))).toBe(TxValidationCode.BAD_PAYLOAD);
  });

  it.each([
    { chaincode: 'loose', code: TxValidationCode.VALID },
    { chaincode: 'probe', code: TxValidationCode.ENDORSEMENT_POLICY_FAILURE },
  ])(
    "takes a client's signature for a member's and not for a peer's: $chaincode",
    async ({ chaincode, code }) => {
      const held = await test.endorse([put('k', '1')], { chaincode });
      expect(await codeOf(await swapFirstEndorser(held))).toBe(code);
    },
  );

  it('leaves a chain that anybody can compute again', async () => {
    for (const value of ['1', '2']) await test.submit([put('k', value)]);
    let previous: Uint8Array = Buffer.alloc(0);
    for (let number = 0n; number < (await test.ledger.height()); number += 1n) {
      const block = common.Block.deserializeBinary(await test.ledger.blockBytes(number));
      const header = block.getHeader() ?? new common.BlockHeader();
      expect(Buffer.from(header.getPreviousHash_asU8())).toEqual(previous);
      expect(Buffer.from(header.getDataHash_asU8())).toEqual(
        dataHash(block.getData()?.getDataList_asU8() ?? []),
      );
      previous = headerHash(header);
    }
  });

  /** Code of an envelope in a block of its own. */
  async function codeOf(envelope: Uint8Array): Promise<number | undefined> {
    const next = await test.ledger.height();
    await test.ledger.broadcast([envelope]);
    for await (const block of test.ledger.blocks(next, AbortSignal.timeout(30_000))) {
      return block.transactions[0]?.code;
    }
    return undefined;
  }

  /** The relay of the first endorser's organisation signs in its place. */
  async function swapFirstEndorser({ envelope }: Endorsed): Promise<Uint8Array> {
    const relay = newSigner(test.identity(MANUFACTURER), poolCurve);
    const payload = common.Payload.deserializeBinary(openEnvelope(envelope).payload);
    const transaction = peer.Transaction.deserializeBinary(payload.getData_asU8());
    const [action = new peer.TransactionAction()] = transaction.getActionsList();
    const actionPayload = peer.ChaincodeActionPayload.deserializeBinary(action.getPayload_asU8());
    const endorsed = actionPayload.getAction();
    const [, ...others] = endorsed?.getEndorsementsList() ?? [];
    const responsePayload = endorsed?.getProposalResponsePayload_asU8() ?? new Uint8Array();
    const { endorser, signature } = await newEndorsement(responsePayload, relay);
    const swapped = new peer.Endorsement();
    swapped.setEndorser(endorser);
    swapped.setSignature(signature);
    endorsed?.setEndorsementsList([swapped, ...others]);
    action.setPayload(actionPayload.serializeBinary());
    payload.setData(transaction.serializeBinary());
    return seal(payload, relay);
  }
});

function changeHeader(change: (header: common.ChannelHeader) => void): Tamper {
  return (payload) => {
    const channelHeader = common.ChannelHeader.deserializeBinary(
      payload.getHeader()?.getChannelHeader_asU8() ?? new Uint8Array(),
    );
    change(channelHeader);
    payload.getHeader()?.setChannelHeader(channelHeader.serializeBinary());
  };
}

async function seal(payload: common.Payload, signer: ReturnType<typeof newSigner>): Promise<Uint8Array> {
  const bytes = payload.serializeBinary();
  const envelope = new common.Envelope();
  envelope.setPayload(bytes);
  envelope.setSignature(await signer.sign(bytes));
  return envelope.serializeBinary();
}

import { randomBytes } from 'node:crypto';
import { common } from '@hyperledger/fabric-protos';
import type { EmbeddedOptions } from '../definition.js';
import { newHeaderBytes, newSignatureHeader } from '../endorse/new-proposal.js';
import { newPayloadBytes, sealPayload } from '../endorse/new-envelope.js';
import { newTimestamp } from '../../blocks/timestamp.js';
import type { Signer } from '../msp/signer.js';

const NONCE_LENGTH = 24;

/** The envelope of block 0: the organisations' roots, and a nonce that no other ledger has. */
export function newGenesisEnvelope(options: EmbeddedOptions, orderer: Signer): Promise<Uint8Array> {
  const header = new common.ChannelHeader();
  header.setType(common.HeaderType.CONFIG);
  header.setChannelId(options.channel);
  header.setTimestamp(newTimestamp(options.now()));
  const signatureHeader = newSignatureHeader(orderer.serialised, randomBytes(NONCE_LENGTH));
  const headers = newHeaderBytes(header.serializeBinary(), signatureHeader);
  return sealPayload(newPayloadBytes(headers, newConfig(options).serializeBinary()), orderer);
}

function newConfig({ organisations }: EmbeddedOptions): common.ConfigEnvelope {
  const application = new common.ConfigGroup();
  for (const { mspId, rootCertificate } of organisations) {
    const root = new common.ConfigValue();
    root.setValue(Buffer.from(rootCertificate));
    const organisation = new common.ConfigGroup();
    organisation.getValuesMap().set('RootCertificate', root);
    application.getGroupsMap().set(mspId, organisation);
  }
  const channel = new common.ConfigGroup();
  channel.getGroupsMap().set('Application', application);
  const config = new common.Config();
  config.setChannelGroup(channel);
  const envelope = new common.ConfigEnvelope();
  envelope.setConfig(config);
  return envelope;
}

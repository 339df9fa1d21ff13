import { common, msp } from '@hyperledger/fabric-protos';
import { openEnvelope } from '../blocks/open-envelope.js';

/** Root certificates of an organisation of the channel, PEM. */
export interface OrganisationRoots {
  readonly mspId: string;
  readonly rootCertificates: readonly string[];
}

/**
 * The organisations' root certificates, as the channel's first block has them.
 * @throws when the block holds no configuration
 */
export function channelRoots(firstBlock: Uint8Array): OrganisationRoots[] {
  const envelope = common.Block.deserializeBinary(firstBlock).getData()?.getDataList_asU8()[0];
  if (envelope === undefined) throw new Error('The first block is empty');
  const config = common.ConfigEnvelope.deserializeBinary(openEnvelope(envelope).data).getConfig();
  const groups = config?.getChannelGroup()?.getGroupsMap().get('Application')?.getGroupsMap();
  if (groups === undefined) throw new Error('The first block holds no configuration');
  return [...groups.entries()]
    .map(([name, group]) => rootsOf(name, group))
    .sort((a, b) => (a.mspId < b.mspId ? -1 : 1));
}

function rootsOf(name: string, group: common.ConfigGroup): OrganisationRoots {
  const values = group.getValuesMap();
  const own = values.get('RootCertificate')?.getValue_asU8();
  if (own !== undefined) return { mspId: name, rootCertificates: [Buffer.from(own).toString('utf8')] };
  const config = msp.MSPConfig.deserializeBinary(values.get('MSP')?.getValue_asU8() ?? new Uint8Array());
  const fabric = msp.FabricMSPConfig.deserializeBinary(config.getConfig_asU8());
  const rootCertificates = fabric.getRootCertsList_asU8().map((pem) => Buffer.from(pem).toString('utf8'));
  return { mspId: fabric.getName(), rootCertificates };
}

import { peer } from '@hyperledger/fabric-protos';
import { MessageParts } from '../../blocks/message-parts.js';
import { newReply } from '../chaincode/message.js';
import type { OpenQueries } from './open-queries.js';
import type { CollectionName, PrivateSimulation } from './private-simulation.js';
import type { Simulation } from './simulation.js';

const { Type } = peer.ChaincodeMessage;

/** What a peer keeps for one chaincode while it runs in a transaction. */
export interface ServeContext {
  readonly namespace: string;
  readonly simulation: Simulation;
  readonly privateData: PrivateSimulation;
  readonly queries: OpenQueries;
  readonly invoke: (spec: peer.ChaincodeSpec) => Promise<Uint8Array>;
}

type Serve = (payload: Uint8Array, context: ServeContext) => Uint8Array | Promise<Uint8Array>;

const NOTHING = new Uint8Array();

/* What every transaction asks for is read straight from its bytes: `GetState`, `PutState` and `DelState` of Fabric's peer/chaincode_shim.proto. */
const SERVICES: Readonly<Record<number, Serve>> = {
  [Type.GET_STATE]: (payload, context) => {
    const request = new MessageParts(payload);
    const { privateData, simulation, namespace } = context;
    const [key, collection] = [request.text(1), request.text(2)];
    return collection === ''
      ? simulation.get(namespace, key)
      : privateData.get({ namespace, collection }, key);
  },
  [Type.PUT_STATE]: (payload, context) => {
    const request = new MessageParts(payload);
    return put(request.text(1), request.text(3), request.bytes(2), context);
  },
  [Type.DEL_STATE]: (payload, context) => {
    const request = new MessageParts(payload);
    return put(request.text(1), request.text(2), NOTHING, context);
  },
  [Type.GET_PRIVATE_DATA_HASH]: (payload, { privateData, namespace }) => {
    const request = peer.GetState.deserializeBinary(payload);
    return privateData.getHash({ namespace, collection: request.getCollection() }, request.getKey());
  },
  [Type.PURGE_PRIVATE_DATA]: (payload, { privateData, namespace }) => {
    const request = peer.PurgePrivateState.deserializeBinary(payload);
    privateData.purge({ namespace, collection: request.getCollection() }, request.getKey());
    return NOTHING;
  },
  [Type.GET_STATE_METADATA]: getMetadata,
  [Type.PUT_STATE_METADATA]: putMetadata,
  [Type.GET_STATE_BY_RANGE]: getRange,
  [Type.GET_QUERY_RESULT]: () => {
    throw new Error('ExecuteQuery not supported for leveldb');
  },
  [Type.GET_HISTORY_FOR_KEY]: async (payload, { simulation, queries, namespace }) => {
    const key = peer.GetHistoryForKey.deserializeBinary(payload).getKey();
    return (await queries.start(simulation.history(namespace, key))).serializeBinary();
  },
  [Type.QUERY_STATE_NEXT]: async (payload, { queries }) =>
    (await queries.next(peer.QueryStateNext.deserializeBinary(payload).getId())).serializeBinary(),
  [Type.QUERY_STATE_CLOSE]: async (payload, { queries }) =>
    (await queries.close(peer.QueryStateClose.deserializeBinary(payload).getId())).serializeBinary(),
  [Type.INVOKE_CHAINCODE]: (payload, { invoke }) => invoke(peer.ChaincodeSpec.deserializeBinary(payload)),
};

/**
 * Answer what a contract asks its peer.
 * @throws with the reason of a refusal, in the words of a peer.
 */
export async function serveRequest(
  request: peer.ChaincodeMessage,
  context: ServeContext,
): Promise<peer.ChaincodeMessage> {
  const serve = SERVICES[request.getType()];
  if (serve === undefined) throw new Error('message type not supported');
  return newReply(request, await serve(request.getPayload_asU8(), context));
}

function put(
  key: string,
  collection: string,
  value: Uint8Array,
  { namespace, privateData, simulation }: ServeContext,
): Uint8Array {
  if (collection === '') simulation.put(namespace, key, value);
  else privateData.put({ namespace, collection }, key, value);
  return NOTHING;
}

function getMetadata(payload: Uint8Array, context: ServeContext): Uint8Array {
  const request = peer.GetStateMetadata.deserializeBinary(payload);
  const collection = collectionOf(request, context);
  const entries = collection
    ? context.privateData.getMetadata(collection, request.getKey())
    : context.simulation.getMetadata(context.namespace, request.getKey());
  const result = new peer.StateMetadataResult();
  for (const { name, value } of entries) {
    const entry = new peer.StateMetadata();
    entry.setMetakey(name);
    entry.setValue(value);
    result.addEntries(entry);
  }
  return result.serializeBinary();
}

function putMetadata(payload: Uint8Array, context: ServeContext): Uint8Array {
  const request = peer.PutStateMetadata.deserializeBinary(payload);
  const metadata = request.getMetadata();
  const entry = { name: metadata?.getMetakey() ?? '', value: metadata?.getValue_asU8() ?? NOTHING };
  const collection = collectionOf(request, context);
  if (collection) context.privateData.putMetadata(collection, request.getKey(), entry);
  else context.simulation.putMetadata(context.namespace, request.getKey(), entry);
  return NOTHING;
}

async function getRange(payload: Uint8Array, context: ServeContext): Promise<Uint8Array> {
  const request = peer.GetStateByRange.deserializeBinary(payload);
  const { simulation, privateData, queries, namespace } = context;
  const [start, end] = [request.getStartkey(), request.getEndkey()];
  const collection = collectionOf(request, context);
  if (collection) return (await queries.start(privateData.range(collection, start, end))).serializeBinary();
  const page = pageOf(request);
  if (page === undefined)
    return (await queries.start(simulation.range(namespace, start, end))).serializeBinary();
  const cursor = simulation.page(namespace, page.bookmark || start, end);
  return (await queries.start(cursor, page.size)).serializeBinary();
}

/** A page of size 0 without a bookmark is an ordinary range. */
function pageOf(
  request: peer.GetStateByRange,
): { readonly size: number; readonly bookmark: string } | undefined {
  const bytes = request.getMetadata_asU8();
  if (bytes.length === 0) return undefined;
  const metadata = peer.QueryMetadata.deserializeBinary(bytes);
  const page = { size: metadata.getPagesize(), bookmark: metadata.getBookmark() };
  return page.size === 0 && page.bookmark === '' ? undefined : page;
}

function collectionOf(
  request: { getCollection(): string },
  { namespace }: ServeContext,
): CollectionName | undefined {
  const collection = request.getCollection();
  return collection === '' ? undefined : { namespace, collection };
}

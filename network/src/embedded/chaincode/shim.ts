/**
 * The parts of fabric-shim that its public entry does not export. They have no types of their own, so this file says
 * what of them is used; the version is pinned.
 */
import { createRequire } from 'node:module';
import type { peer } from '@hyperledger/fabric-protos';
import type { Contract } from 'fabric-contract-api';

/** The chaincode's end of the message stream to a peer. */
export interface MessageStream {
  on(event: string, listener: (message: peer.ChaincodeMessage) => void): void;
  write(message: peer.ChaincodeMessage): void;
  end(): void;
}

/** Something that answers transactions: fabric-shim's chaincode interface. */
export type Chaincode = object;

type ContractClass = new () => Contract;

type Logger = Record<'error' | 'warn' | 'info' | 'debug', () => void> & {
  readonly exceptions: { unhandle(): void };
};

interface Logging {
  readonly getLogger: (name: string) => Logger;
}

interface Shim {
  readonly Handler: new (
    stream: MessageStream,
    chaincode: Chaincode,
  ) => { chat(greeting: peer.ChaincodeMessage): void };
  readonly FromContract: new (classes: ContractClass[], serializers: object, metadata: object) => Chaincode;
  readonly JSONSerializer: unknown;
}

/** The chaincode that fabric-shim makes of contract classes; the first class is the default contract. */
export function newChaincode(contracts: readonly ContractClass[]): Chaincode {
  const serializers = { transaction: 'jsonSerializer', serializers: { jsonSerializer: shim.JSONSerializer } };
  return new shim.FromContract([...contracts], serializers, {});
}

/** Let a chaincode talk to the peer at the other end of the stream. */
export function connectChaincode(
  chaincode: Chaincode,
  stream: MessageStream,
  greeting: peer.ChaincodeMessage,
): void {
  new shim.Handler(stream, chaincode).chat(greeting);
}

/** Loggers of the shim that speak for every transaction, in sum for longer than the transaction takes. */
const LOGGERS = [
  'contracts-spi/chaincodefromcontract.js',
  'contracts-spi/datamarshall.js',
  'lib/chaincode.js',
  'lib/handler.js',
  'lib/iterators.js',
  'lib/stub.js',
];

const shim = loadShim();

function loadShim(): Shim {
  const require = createRequire(import.meta.url);
  const { ChaincodeMessageHandler } = require('fabric-shim/lib/handler') as {
    ChaincodeMessageHandler: Shim['Handler'];
  };
  const own = require('fabric-shim/lib/logger') as Logging;
  const contractApi = require('fabric-contract-api/lib/logger') as Logging;
  for (const { getLogger } of [own, contractApi]) letCrashesEndTheProcess(getLogger('_'));
  if (!process.env['CORE_CHAINCODE_LOGGING_LEVEL']) {
    for (const name of LOGGERS) silence(own.getLogger(name));
    silence(contractApi.getLogger('./lib/jsontransactionserializer.js'));
  }
  return {
    Handler: ChaincodeMessageHandler,
    FromContract: require('fabric-shim/lib/contract-spi/chaincodefromcontract') as Shim['FromContract'],
    JSONSerializer: (require('fabric-contract-api') as { JSONSerializer: unknown }).JSONSerializer,
  };
}

/** Winston formats what it will not write, so the methods themselves have to go. */
function silence(logger: Logger): void {
  for (const level of ['error', 'warn', 'info', 'debug'] as const) logger[level] = () => undefined;
}

/** The loggers of shim and contract API swallow what nobody caught; a process with a ledger must end instead. */
function letCrashesEndTheProcess(logger: Logger): void {
  logger.exceptions.unhandle();
  for (const listener of process.listeners('unhandledRejection')) {
    if (listener.name === 'loggerUnhandledRejectionFn') process.off('unhandledRejection', listener);
  }
}

/** What a child process needs to run a ledger's transactions again. */

import { readFile, writeFile } from 'node:fs/promises';
import type { EmbeddedIdentities } from '@yaosu/identity';
import { PRODUCT, type ChaincodeDefinition } from '@yaosu/network/embedded';
import type { Replayed } from '@yaosu/network/replay';
import type { TestNetwork } from '../support/test-network.js';
import { LOCAL } from './local-contract.js';

/** Chaincodes that a recording can name. */
export const CHAINCODES = { product: PRODUCT, local: LOCAL } as const satisfies Record<
  string,
  ChaincodeDefinition
>;

/** A recorded ledger. */
export interface Recording {
  readonly chaincode: keyof typeof CHAINCODES;
  readonly identities: EmbeddedIdentities;
  /** Base64 of every block. */
  readonly blocks: readonly string[];
  /** Transaction id → picks. */
  readonly picks: Readonly<Record<string, readonly string[]>>;
  /** Transaction id → name → base64 of what its act carried. */
  readonly carried: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly endorsers: readonly string[];
}

/** What a child found. */
export interface Report {
  /** Where it ran: as its own runtime says. */
  readonly place: string;
  readonly replayed: readonly Replayed[];
}

/** Records a network so far. */
export const record = async (
  { ledger, embedded, picks, carried }: TestNetwork,
  chaincode: Recording['chaincode'],
  endorsers: readonly string[],
): Promise<Recording> => {
  if (embedded === undefined) throw new Error('only an embedded network can be recorded');
  const { identities } = embedded;
  const blocks: string[] = [];
  for (let number = 0n; number < (await ledger.height()); number += 1n)
    blocks.push(Buffer.from(await ledger.blockBytes(number)).toString('base64'));
  return {
    chaincode,
    identities,
    blocks,
    picks: Object.fromEntries(picks),
    carried: Object.fromEntries(
      [...carried].map(([txId, entries]) => [
        txId,
        Object.fromEntries(
          Object.entries(entries).map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')]),
        ),
      ]),
    ),
    endorsers,
  };
};

/** Writes a recording to a file. */
export const saveRecording = (path: string, recording: Recording): Promise<void> =>
  writeFile(path, JSON.stringify(recording));

/** Reads a recording from a file. */
export const loadRecording = async (path: string): Promise<Recording> =>
  JSON.parse(await readFile(path, 'utf8')) as Recording;

/** A contract as none may be: what it writes depends on where it runs. */
import { Contract, type Context } from 'fabric-contract-api';
import type { ChaincodeDefinition } from '@yaosu/network/embedded';

const AN_AFTERNOON_MS = 1_764_000_000_000;

/** Writes an instant in the words of the place. */
export class LocalContract extends Contract {
  constructor() {
    super('Local');
  }

  /** Writes it. */
  async run(ctx: Context, key: string): Promise<string> {
    const value = new Date(AN_AFTERNOON_MS).toLocaleString();
    await ctx.stub.putState(key, Buffer.from(value));
    return 'done';
  }

  /** Writes what is the same everywhere. */
  async same(ctx: Context, key: string): Promise<string> {
    await ctx.stub.putState(key, Buffer.from(new Date(AN_AFTERNOON_MS).toISOString()));
    return 'done';
  }
}

/** It alone, endorsed by anybody. */
export const LOCAL: ChaincodeDefinition = {
  name: 'local',
  version: '1.0',
  sequence: 1,
  policy: { peer: 'RegulatorMSP' },
  collections: [],
  contracts: [LocalContract],
};

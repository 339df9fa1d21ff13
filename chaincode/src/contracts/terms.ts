import { Contract, type Context } from 'fabric-contract-api';
import { WorldState } from '../ledger/world-state.js';
import { YaosuError } from '../model/kernel/errors.js';
import { digest, enterpriseId } from '../model/kernel/text.js';
import { stateBetween } from './confidence.js';

const NOBODY = '';

/** What members of a collection ask their own peer for; it is no act, writes nothing, and what it gives is sealed. */
export class TermsContract extends Contract {
  constructor() {
    super('Terms');
  }

  /** Sealed terms of a client and a CDMO; '' when there are none. @throws INPUT_INVALID, ENTERPRISE_NOT_FOUND */
  async read(ctx: Context, client: string, cdmo: string, sealed: string): Promise<string> {
    const isGood = [enterpriseId.safeParse(client), enterpriseId.safeParse(cdmo), digest.safeParse(sealed)];
    if (!isGood.every(({ success }) => success))
      throw new YaosuError('INPUT_INVALID', { issues: ['arguments'] });
    const between = await stateBetween(new WorldState(ctx.stub, NOBODY), client, cdmo);
    return Buffer.from(await between.bytes('terms', client, sealed)).toString('utf8');
  }
}

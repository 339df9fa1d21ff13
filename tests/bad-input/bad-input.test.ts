/**
 * Bad input: whatever a client can send is refused with a code of the table, changes nothing, and shows nothing of our
 * insides. `YAOSU_BAD_INPUT=all` tries every wrong value in every place.
 */
import { afterAll, beforeAll, describe } from '@jest/globals';
import { describeCalls } from './calls.js';
import { describeCommands } from './commands.js';
import { describeEnvelopes } from './envelopes.js';
import { describeWire } from './wire.js';
import { describeWords } from './words.js';
import { Workbench } from './workbench.js';

const MINUTES = 60_000;

describe('bad input', () => {
  let bench: Workbench;
  beforeAll(async () => {
    bench = await Workbench.open();
  }, 2 * MINUTES);
  afterAll(() => bench.close());

  describe('a command', () => describeEnvelopes(() => bench));
  describe('bytes', () => describeWire(() => bench));
  describe('a call', () => describeCalls(() => bench));
  describe('words', () => describeWords(() => bench));
  describe('the payload of', () => describeCommands(() => bench));
});

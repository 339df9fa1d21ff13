/**
 * Bad input: whatever a client can send is refused with a code of the table, changes nothing, and shows nothing of our
 * insides. `YAOSU_BAD_INPUT=all` tries every wrong value in every place.
 */
import { afterAll, beforeAll, describe } from '@jest/globals';
import { describeCommands } from './commands.js';
import { Workbench } from './workbench.js';

const MINUTES = 60_000;

describe('bad input', () => {
  let bench: Workbench;
  beforeAll(async () => {
    bench = await Workbench.open();
  }, 2 * MINUTES);
  afterAll(() => bench.close());

  describe('in a command', () => {
    describeCommands(() => bench);
  });
});

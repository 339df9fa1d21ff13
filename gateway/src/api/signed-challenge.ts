/** What opens a session. */
import { sha256Hex, utf8 } from '@yaosu/chaincode/signing/bytes';
import type { Signed } from '@yaosu/chaincode/signing/verify-signature';

/** What the holder of a key signs for a challenge: never the bytes or the id of a command, whatever the challenge says. */
export const signedChallenge = (challenge: string): Signed => {
  const bytes = utf8(`yaosu-session:${challenge}`);
  return { cmd: sha256Hex(bytes), bytes };
};

/** The built server as users start it, for benches that measure over HTTP. */
import { RunningServer } from '../../tests/support/running-server.js';

/** More calls than any bench makes in a minute: the limit is not what is measured. */
const CALLS_PER_MINUTE = '1000000';

/** Starts a fresh server without the story's data. */
export const startServer = (env: Readonly<Record<string, string>> = {}): Promise<RunningServer> =>
  RunningServer.start({ env: { ...env, YAOSU_SESSION_CALLS_PER_MINUTE: CALLS_PER_MINUTE } });

/** Proposals since the start, by outcome. */
export type Proposals = Readonly<Record<string, number>>;

const LINE = /^yaosu_proposals_total\{contract="([^"]+)",act="([^"]+)",outcome="([^"]+)"\} (\d+)$/;

/** Proposals of some acts (`Shipment.load`), read from `/metrics`. */
export const proposalsOf = async (url: string, acts: readonly string[]): Promise<Proposals> => {
  const text = await (await fetch(`${url}/metrics`)).text();
  const found: Record<string, number> = {};
  for (const line of text.split('\n')) {
    const [, contract = '', act = '', outcome = '', count = '0'] = LINE.exec(line) ?? [];
    if (acts.includes(`${contract}.${act}`)) found[outcome] = (found[outcome] ?? 0) + Number(count);
  }
  return found;
};

/** Proposals that a commit took, over several measurements. */
export const proposalsACommit = (
  spans: readonly { readonly before: Proposals; readonly after: Proposals }[],
): number => {
  const grown = (outcome: string): number =>
    spans.reduce((sum, { before, after }) => sum + (after[outcome] ?? 0) - (before[outcome] ?? 0), 0);
  return (grown('committed') + grown('conflict')) / grown('committed');
};

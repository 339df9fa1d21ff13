/** `npm run bench -- NAME [--json FILE]`: ours and its peers in one run; exit 1 past a limit. */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { capture } from './capture.js';
import { contention } from './contention/contention.js';
import { fabric } from './fabric/fabric.js';
import { keeps, tableOf, type Report } from './harness/report.js';
import { issue } from './issue.js';
import { ledger } from './ledger.js';
import { parse } from './parse.js';
import { proofs } from './proofs.js';
import { query } from './query.js';
import { resolve } from './resolve/resolve.js';
import { scan } from './scan/scan.js';
import { start } from './start.js';
import { trace } from './trace.js';
import { web } from './web/web.js';

const BENCHES: Readonly<Record<string, () => Promise<Report>>> = {
  ledger,
  contention,
  trace,
  start,
  parse,
  proofs,
  issue,
  capture,
  query,
  resolve,
  fabric,
  scan,
  web,
};

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'string' } } });
const [name = ''] = positionals;
const bench = BENCHES[name];
if (bench === undefined || positionals.length !== 1) {
  process.stderr.write(`npm run bench -- ${Object.keys(BENCHES).join('|')} [--json FILE]\n`);
  process.exit(1);
}
const report = await bench();
process.stdout.write(`${tableOf(report)}\n`);
if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(report, null, 2)}\n`);
process.exit(report.figures.every(keeps) ? 0 : 1);

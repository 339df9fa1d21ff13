/** `npx yaosu VERB` */
import process from 'node:process';
import { Command } from 'commander';
import { verifyReads } from './cli/reads.js';
import { rebuild } from './cli/rebuild.js';
import { token } from './cli/token.js';
import { parseConfig } from './config.js';

const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const program = new Command('yaosu').description('Yaosu, traceability of pharmaceuticals');

program
  .command('token')
  .description('print a session token of a demo login of a running gateway')
  .requiredOption('--as <login>', 'demo login, as GET /api/demo/logins lists them')
  .option('--url <url>', 'where the gateway is')
  .action(async ({ as, url }: { as: string; url?: string }) => {
    print(await token(url ?? `http://127.0.0.1:${String(parseConfig(process.env).port)}`, as));
  });

program
  .command('rebuild')
  .description(
    'project the ledger from block 0 and compare the rows with the read model; the gateway must be stopped',
  )
  .action(async () => {
    const { height, differences } = await rebuild(parseConfig(process.env));
    for (const { table, side, row } of differences) print(`${table} only ${side}: ${row}`);
    print(`${String(height)} blocks, ${String(differences.length)} differences`);
    if (differences.length > 0) process.exitCode = 1;
  });

program
  .command('reads')
  .description(
    'check what authorities have read, entry by entry and against the ledger; the gateway must be stopped',
  )
  .action(async () => {
    const { entries, brokenAt, attested } = await verifyReads(parseConfig(process.env));
    const upTo = attested === null ? 'none on the ledger' : `${String(attested.count)} on the ledger`;
    print(`${String(entries)} reads, ${upTo}${brokenAt === null ? '' : `, broken at ${String(brokenAt)}`}`);
    if (brokenAt !== null) process.exitCode = 1;
  });

program.parseAsync().then(
  () => process.exit(),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);

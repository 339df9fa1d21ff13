/** `npx yaosu VERB` */
import { statSync } from 'node:fs';
import process from 'node:process';
import { Command } from 'commander';
import { verifyReads } from './cli/reads.js';
import { rebuild } from './cli/rebuild.js';
import { token } from './cli/token.js';
import { trustOf } from './cli/trust.js';
import { verifyFile, verifyFolder } from './cli/verify.js';
import { listIdentities, mspIdOf, putIdentity, removeIdentity, type WalletEntry } from './cli/wallet.js';
import { parseConfig } from './config.js';
import { shareDemo } from './demo/share-demo.js';
import { systemPorts } from './ports.js';

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

program
  .command('trust')
  .description(
    'print what a verifier trusts, as a running gateway says it; compare it with the organisations themselves',
  )
  .option('--url <url>', 'where the gateway is')
  .action(async ({ url }: { url?: string }) => {
    print(await trustOf(url ?? `http://127.0.0.1:${String(parseConfig(process.env).port)}`));
  });

program
  .command('verify')
  .description(
    'judge a bundle offline (a file, or - for stdin), or a data folder whose gateway is stopped; exit code 1 when anything is wrong',
  )
  .argument('<what>', 'bundle or data folder')
  .option('--trust <file>', 'what is trusted, as npx yaosu trust writes it (trust.json)', 'trust.json')
  .option('--terms <file>', 'revealed terms of the task that the bundle proves')
  .option('--json', 'one JSON object instead of a line a check')
  .action(async (what: string, { trust, terms, json }: { trust: string; terms?: string; json?: boolean }) => {
    const isFolder = what !== '-' && statSync(what).isDirectory();
    const verdict = isFolder
      ? await verifyFolder(parseConfig({ ...process.env, YAOSU_DATA: what }))
      : await verifyFile(what, trust, terms);
    if (json === true) print(JSON.stringify(verdict));
    else
      for (const { check, ok, detail } of verdict.checks)
        print(`${ok ? 'ok    ' : 'WRONG '} ${check}: ${detail}`);
    if (!verdict.ok) process.exitCode = 1;
  });

program
  .command('demo-share')
  .description(
    'hand an organisation its share of the demo in the data folder: the keys of the enterprises that it hosts, for a gateway of its own; the gateway must be stopped',
  )
  .requiredOption('--organisation <msp>', 'its MSP id')
  .requiredOption('--into <folder>', 'data folder of its gateway, new or empty')
  .action(async ({ organisation, into }: { organisation: string; into: string }) => {
    const from = parseConfig(process.env).data;
    const shared = await shareDemo({ from, organisation: mspIdOf(organisation), into }, systemPorts);
    print(`${organisation} has its share: ${shared.join(', ')}`);
  });

const wallet = program
  .command('wallet')
  .description('the identities by which the gateway speaks to a Fabric network, sealed in its data folder');

wallet
  .command('list')
  .description('print each organisation, its certificate and how long that is valid')
  .action(async () => {
    for (const line of await listIdentities(parseConfig(process.env))) print(line);
  });

wallet
  .command('put')
  .description('keep an identity, in place of the one that was there; the gateway takes it at its next start')
  .requiredOption('--organisation <msp>', 'its MSP id')
  .requiredOption('--certificate <file>', 'PEM certificate')
  .requiredOption('--key <file>', 'PEM private key; remove the file afterwards')
  .action(async (entry: WalletEntry) => {
    await putIdentity(parseConfig(process.env), entry);
    print(`${entry.organisation} is in the wallet`);
  });

wallet
  .command('remove')
  .description('forget an identity')
  .argument('<msp>', 'its MSP id')
  .action(async (organisation: string) => {
    await removeIdentity(parseConfig(process.env), organisation);
    print(`${organisation} is not in the wallet`);
  });

program.parseAsync().then(
  () => process.exit(),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);

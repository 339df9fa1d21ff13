// Compiles the anchoring contract: node network/scripts/compile-anchor.mjs. What it writes is committed; solc is pinned.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import solc from 'solc';

const folder = dirname(dirname(fileURLToPath(import.meta.url)));
const NAME = 'YaosuAnchor';
const content = readFileSync(join(folder, 'contracts', `${NAME}.sol`), 'utf8');
const output = JSON.parse(
  solc.compile(
    JSON.stringify({
      language: 'Solidity',
      sources: { [NAME]: { content } },
      settings: {
        optimizer: { enabled: true, runs: 200 },
        evmVersion: 'paris',
        outputSelection: { '*': { '*': ['abi', 'evm.bytecode.object'] } },
      },
    }),
  ),
);
if (output.errors !== undefined) throw new Error(JSON.stringify(output.errors));
const { abi, evm } = output.contracts[NAME][NAME];
const text = `/**
 * The anchoring contract (\`network/contracts/${NAME}.sol\`), compiled by solc ${solc.version()} for the EVM "paris", optimised for
 * 200 runs. Made by \`node network/scripts/compile-anchor.mjs\`; not edited by hand.
 */

/** What it can be asked and told. */
export const ANCHOR_ABI = ${JSON.stringify(abi)} as const;

/** What is sent to put it on a chain. */
export const ANCHOR_BYTECODE = '0x${evm.bytecode.object}';
`;
writeFileSync(join(folder, 'src', 'anchor', 'anchor-contract.ts'), text);

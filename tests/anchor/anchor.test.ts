/** Checkpoints on a real EVM chain (hardhat's node), and bundles with that anchor. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createECDH } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ANCHOR_ABI, ANCHOR_BYTECODE } from '@yaosu/network/anchor/anchor-contract';
import { Anchors, type AnchorChain } from '@yaosu/gateway/anchors';
import { openEthersChain } from '@yaosu/gateway/ethers-chain';
import { deviceKeyOf, newPrivateKeyPem } from '@yaosu/gateway/device-key';
import { systemPorts } from '@yaosu/gateway/ports';
import { ContractFactory, JsonRpcProvider, Wallet } from 'ethers';
import { pino } from 'pino';
import { startHardhat, type HardhatNode } from './hardhat-node.js';

const LEDGER = 'ab'.repeat(16);
const SILENT = pino({ level: 'silent' });
const node = await startHardhat();
const suite = node === undefined ? describe.skip : describe;

const newKey = (): string => {
  const pair = createECDH('secp256k1');
  pair.generateKeys();
  return `0x${pair.getPrivateKey('hex').padStart(64, '0')}`;
};

/** A key with some of the first account's money. */
const fundedKey = async (provider: JsonRpcProvider): Promise<string> => {
  const key = newKey();
  const bank = await provider.getSigner(0);
  const sent = await bank.sendTransaction({ to: new Wallet(key).address, value: 10n ** 18n });
  await sent.wait();
  return key;
};

suite('anchoring on hardhat', () => {
  let hardhat: HardhatNode;
  let provider: JsonRpcProvider;
  let chain: AnchorChain;
  let folder: string;
  const open = (each: AnchorChain): Promise<Anchors> =>
    Anchors.open({
      folder,
      chain: each,
      host: { mspId: 'RegulatorMSP', key: deviceKeyOf(newPrivateKeyPem()) },
      ports: systemPorts,
      logger: SILENT,
    });
  const signed = (size: number) => ({
    checkpoint: { ledgerId: LEDGER, size, root: size.toString(16).padStart(64, '0') } as never,
    cosignatures: [],
  });

  beforeAll(async () => {
    hardhat = node!;
    folder = await mkdtemp(join(tmpdir(), 'yaosu-anchor-'));
    provider = new JsonRpcProvider(hardhat.rpc, undefined, { cacheTimeout: -1 });
    const factory = new ContractFactory([...ANCHOR_ABI], ANCHOR_BYTECODE, await provider.getSigner(0));
    const deployed = await factory.deploy();
    await deployed.waitForDeployment();
    const settings = { rpc: hardhat.rpc, chainId: 31_337, confirmations: 1, timeoutMs: 20_000 };
    chain = await openEthersChain({
      ...settings,
      contract: await deployed.getAddress(),
      key: await fundedKey(provider),
    });
  });
  afterAll(async () => {
    chain.close();
    provider.destroy();
    await hardhat.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('states what the chain holds, and finds it again instead of sending twice', async () => {
    const head = { ledgerId: LEDGER, size: 10, root: 'aa'.repeat(32) };
    const statement = await chain.anchor(head);
    expect(statement).toMatchObject({ ...head, chainId: 31_337 });
    expect(await chain.anchor(head)).toEqual(statement);
    expect(await chain.holds(statement)).toBe(true);
    expect(await chain.holds({ ...statement, root: 'bb'.repeat(32) })).toBe(false);
  });

  it('takes no smaller head of the same sender', async () => {
    await expect(chain.anchor({ ledgerId: LEDGER, size: 9, root: 'cc'.repeat(32) })).rejects.toThrow();
  });

  it('keeps what was anchored over a restart, and anchors what is new', async () => {
    const first = await open(chain);
    first.want(signed(20));
    await first.settled();
    expect(first.latest?.statement.size).toBe(20);
    first.want(signed(30));
    await first.settled();
    expect(first.latest?.statement.size).toBe(30);
    const again = await open(chain);
    expect(again.latest).toEqual(first.latest);
  });

  it('says why it failed while the sender has no gas, and loses nothing', async () => {
    const poor = await openEthersChain({
      rpc: hardhat.rpc,
      chainId: 31_337,
      confirmations: 1,
      timeoutMs: 20_000,
      contract: chain.contract.contract,
      key: newKey(),
    });
    const anchors = await open(poor);
    anchors.want(signed(40));
    await anchors.settled();
    expect(anchors.failure).toMatch(/funds/i);
    expect(anchors.latest?.statement.size).toBe(30);
    await anchors.close();
  });
});

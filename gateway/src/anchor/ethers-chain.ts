/** The contract by any JSON-RPC endpoint; the only file that knows ethers, which is loaded when anchoring is configured. */
import { ANCHOR_ABI } from '@yaosu/network/anchor/anchor-contract';
import type { EventLog, Log } from 'ethers';
import type { AnchorStatement } from '../api/checkpoint-schemas.js';
import type { AnchorChain, AnchorHead } from './anchors.js';

/** Where and as whom to anchor. */
export interface AnchorSettings {
  readonly rpc: string;
  readonly contract: string;
  readonly chainId: number;
  /** Private key, hex. */
  readonly key: string;
  /** Blocks that have to lie on an anchor before it is stated. */
  readonly confirmations: number;
  readonly timeoutMs: number;
}

type Ethers = typeof import('ethers');

const idBytes = (ledgerId: string): string => `0x${ledgerId}`;

class EthersChain implements AnchorChain {
  readonly contract: AnchorChain['contract'];
  readonly #provider: InstanceType<Ethers['JsonRpcProvider']>;
  readonly #sender: InstanceType<Ethers['Wallet']>;
  readonly #anchor: InstanceType<Ethers['Contract']>;

  constructor(
    ethers: Ethers,
    readonly settings: AnchorSettings,
  ) {
    const { chainId } = settings;
    const request = new ethers.FetchRequest(settings.rpc);
    request.timeout = settings.timeoutMs;
    this.#provider = new ethers.JsonRpcProvider(request, chainId, { staticNetwork: true, cacheTimeout: -1 });
    this.#sender = new ethers.Wallet(settings.key, this.#provider);
    this.#anchor = new ethers.Contract(settings.contract, ANCHOR_ABI, this.#sender);
    this.contract = { chainId, contract: settings.contract };
  }

  async anchor(head: AnchorHead): Promise<AnchorStatement> {
    const known = await this.#find(head);
    if (known !== undefined) return known;
    const { confirmations, timeoutMs } = this.settings;
    const send = this.#anchor.getFunction('anchor');
    const sent = (await send(idBytes(head.ledgerId), head.size, `0x${head.root}`)) as {
      wait(confirmations: number, timeoutMs: number): Promise<unknown>;
    };
    await sent.wait(confirmations, timeoutMs);
    const found = await this.#find(head);
    if (found === undefined) throw new Error('the chain has taken the anchor and does not have it');
    return found;
  }

  async holds(statement: AnchorStatement): Promise<boolean> {
    const found = await this.#find(statement);
    return found !== undefined;
  }

  close(): void {
    this.#provider.destroy();
  }

  /** The event of this very head by this sender. */
  async #find(head: AnchorHead): Promise<AnchorStatement | undefined> {
    const { ledgerId, size, root } = head;
    const event = this.#anchor.getEvent('Anchored');
    const logs = await this.#anchor.queryFilter(event(this.#sender.address, idBytes(ledgerId), size));
    const found = logs.find((log: EventLog | Log) => 'args' in log && log.args['root'] === `0x${root}`);
    if (found === undefined) return undefined;
    return {
      ledgerId,
      size,
      root,
      ...this.contract,
      sender: this.#sender.address,
      transaction: found.transactionHash,
      block: found.blockNumber,
    };
  }
}

/** Opens the contract; the chain need not answer yet. */
export const openEthersChain = async (settings: AnchorSettings): Promise<AnchorChain> =>
  new EthersChain(await import('ethers'), settings);

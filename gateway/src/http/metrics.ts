import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';

/** Figures for `/metrics`. */
export interface Metrics {
  readonly registry: Registry;
  /** Commands by how the call ended: committed, pending or a code. */
  readonly commands: Counter<'contract' | 'act' | 'outcome'>;
  /** Proposals by how they ended: committed, conflict, refused, unknown or away. */
  readonly proposals: Counter<'contract' | 'act' | 'outcome'>;
}

/** What gauges ask when they are read. */
export interface Gauged {
  pending(): number;
  /** Commands that wait for the orderers, and 1 while none of these takes an envelope. */
  held(): number;
  orderingAway(): number;
  asOfBlock(): number;
  /** Blocks that only another organisation's peer has given, and 1 once peers have contradicted one another. */
  provisionalBlocks(): number;
  forked(): number;
  /** Blocks under the last checkpoint, and under the last anchor. */
  checkpointed(): number;
  anchored(): number;
  /** Documents of other organisations' gateways that have not come yet. */
  documentsAwaited(): number;
  /** 1 while a checkpoint could not be anchored. */
  anchorFailing(): number;
}

/** Figures with a registry of their own. */
export const newMetrics = (gauged: Gauged): Metrics => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string, value: () => number): Gauge =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(value());
      },
    });
  gauge('yaosu_relay_pending', 'Commands on their way to the ledger', () => gauged.pending());
  gauge('yaosu_relay_held', 'Commands that are not sent until orderers are back', () => gauged.held());
  gauge('yaosu_ordering_away', '1 while no orderer takes an envelope', () => gauged.orderingAway());
  gauge('yaosu_projection_block', 'Last block in the read model', () => gauged.asOfBlock());
  gauge('yaosu_provisional_blocks', 'Blocks that the own peer has not given yet', () =>
    gauged.provisionalBlocks(),
  );
  gauge('yaosu_ledger_forked', '1 once peers have contradicted one another', () => gauged.forked());
  gauge('yaosu_checkpoint_size', 'Blocks under the last cosigned checkpoint', () => gauged.checkpointed());
  gauge('yaosu_anchor_size', 'Blocks under the last anchor on a public chain', () => gauged.anchored());
  gauge('yaosu_documents_awaited', "Documents that other organisations' gateways have not given yet", () =>
    gauged.documentsAwaited(),
  );
  gauge('yaosu_anchor_failing', '1 while a checkpoint could not be anchored', () => gauged.anchorFailing());
  const counter = (name: string, help: string): Metrics['commands'] =>
    new Counter({ name, help, labelNames: ['contract', 'act', 'outcome'] as const, registers: [registry] });
  return {
    registry,
    commands: counter('yaosu_commands_total', 'Commands by how the call ended'),
    proposals: counter('yaosu_proposals_total', 'Proposals to the ledger by how they ended'),
  };
};

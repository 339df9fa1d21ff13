import '@xyflow/react/dist/style.css';
import { Graph, layout } from '@dagrejs/dagre';
import { Stack, Text, useComputedColorScheme } from '@mantine/core';
import {
  Background,
  Controls,
  Handle,
  MarkerType,
  Position,
  ReactFlow,
  type Edge,
  type Node,
  type NodeProps,
} from '@xyflow/react';
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { BatchName } from './batch-name.js';
import { Firm } from './firm.js';
import { State } from './state.js';
import { useValueText } from './use-value-text.js';
import type { Genealogy } from './join-trails.js';

const WIDTH = 220;
const HEIGHT = 96;

type BatchNode = Node<Genealogy['batches'][number] & { readonly isRoot: boolean }, 'batch'>;

const BatchCard = ({ data }: NodeProps<BatchNode>): ReactElement => {
  const { t } = useTranslation();
  return (
    <Stack
      gap={2}
      p="xs"
      w={WIDTH}
      bg="var(--mantine-color-body)"
      style={{
        borderRadius: 8,
        border: `${data.isRoot ? '2px' : '1px'} solid var(--mantine-color-${data.isRoot ? 'teal-7' : 'default-border'})`,
      }}
    >
      <Handle type="target" position={Position.Left} />
      <Text size="xs" c="dimmed">
        {t(`kinds.${data.kind}`)}
      </Text>
      <BatchName id={data.batch} truncate />
      <Text size="xs" truncate>
        <Firm id={data.owner} />
      </Text>
      <div>
        <State value={data.disposition} />
      </div>
      <Handle type="source" position={Position.Right} />
    </Stack>
  );
};

const NODE_TYPES = { batch: BatchCard };

/** Positions from left, where it comes from, to right, what grew from it. */
const layOut = ({ batches, edges }: Genealogy, root: string): BatchNode[] => {
  const graph = new Graph().setGraph({ rankdir: 'LR', nodesep: 24, ranksep: 64 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { batch } of batches) graph.setNode(batch, { width: WIDTH, height: HEIGHT });
  for (const { from, to } of edges) graph.setEdge(from, to);
  layout(graph);
  return batches.map((data) => {
    const { x, y } = graph.node(data.batch) as { readonly x: number; readonly y: number };
    return {
      id: data.batch,
      type: 'batch',
      position: { x: x - WIDTH / 2, y: y - HEIGHT / 2 },
      data: { ...data, isRoot: data.batch === root },
    };
  });
};

interface Props {
  readonly graph: Genealogy;
  readonly root: string;
  readonly height: number;
}

/** The genealogy as cards and arrows. */
export const GenealogyGraph = ({ graph, root, height }: Props): ReactElement => {
  const scheme = useComputedColorScheme('light');
  const textOf = useValueText();
  const nodes = useMemo(() => layOut(graph, root), [graph, root]);
  const edges: Edge[] = graph.edges.map(({ from, to, kind }) => ({
    id: `${from} ${to}`,
    source: from,
    target: to,
    label: textOf(kind),
    markerEnd: { type: MarkerType.ArrowClosed },
  }));
  return (
    <div style={{ height }}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        colorMode={scheme}
        fitView
        maxZoom={1.2}
        nodesConnectable={false}
        nodesDraggable={false}
        proOptions={{ hideAttribution: true }}
      >
        <Background />
        <Controls showInteractive={false} />
      </ReactFlow>
    </div>
  );
};

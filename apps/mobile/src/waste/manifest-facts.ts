import { kilograms } from '@yaosu/chaincode/model/kernel/quantity';
import type { Manifest, Reference } from '../shipments/reference.js';
import { t } from '../texts/texts.js';
import { h } from '../ui/h.js';

/** Code, weight and number of drums of a manifest, in a line. */
export const manifestLine = ({ code, lines }: Manifest): string => {
  const net = lines.reduce((sum, { sent }) => sum + Number(sent.net), 0);
  return `${code} · ${kilograms(String(net))} · ${String(lines.length)} ${t('drums')}`;
};

/** Whose it is, where it goes, by which vehicle. */
export const manifestWay = (
  { generator, disposer, vehicle }: Manifest,
  { names }: Reference,
): HTMLElement => {
  const name = (enterprise: string): string => names[enterprise] ?? enterprise;
  return h('p', { class: 'quiet' }, `${name(generator)} → ${name(disposer)} · ${vehicle}`);
};

import { DESK_MATTERS, type DeskMatter, type MatterName } from '../api/waiting.js';
import { readDesk } from '../quality/read-desk.js';
import type { Count } from './counting.js';

const isAtDesk = (name: MatterName): name is DeskMatter => name in DESK_MATTERS;

/** Matters of the own firm's quality, by the desk itself. */
export const countDesk: Count = async ({ caller, services: { db } }, names) => {
  const asked = names.filter(isAtDesk);
  if (asked.length === 0) return [];
  const { items } = await readDesk(db, { caller, batch: undefined });
  const own = items.filter(({ whose }) => whose === 'own');
  return asked.map((name) => [name, own.filter(({ kind }) => kind === DESK_MATTERS[name]).length]);
};

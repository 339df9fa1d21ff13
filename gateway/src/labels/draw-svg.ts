import type { Modules } from './modules.js';

/** Runs of dark modules of a row: start and length. */
export const runsOf = (row: Uint8Array): readonly (readonly [number, number])[] => {
  const runs: [number, number][] = [];
  for (const [x, dark] of row.entries()) {
    const last = runs.at(-1);
    if (dark === 0) continue;
    if (last !== undefined && last[0] + last[1] === x) last[1] += 1;
    else runs.push([x, 1]);
  }
  return runs;
};

/** A symbol as SVG: one path on a white ground, since without one most readers see black on black. */
export const svgOf = ({ width, rows }: Modules, scale: number): Buffer => {
  const path = rows
    .flatMap((row, y) =>
      runsOf(row).map(([x, length]) => `M${String(x)} ${String(y)}h${String(length)}v1h-${String(length)}z`),
    )
    .join('');
  const [w, h] = [String(width), String(rows.length)];
  const size = `width="${String(width * scale)}" height="${String(rows.length * scale)}"`;
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${w} ${h}" shape-rendering="crispEdges">` +
      `<rect width="${w}" height="${h}" fill="#fff"/><path d="${path}"/></svg>`,
  );
};

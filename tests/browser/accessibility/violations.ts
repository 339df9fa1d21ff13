/** What axe finds against WCAG 2.2, levels A and AA, on a page as it stands. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';
import { settle, type Visit } from '../screenshots/shoot.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

/** One line a broken rule: its id, why, and the first elements that break it. */
export const violationsOn = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(AXE);
  const found = await page.evaluate(
    (tags) => window.axe.run(document, { runOnly: tags, resultTypes: ['violations'] }),
    RULES,
  );
  return found.violations.map(({ id, nodes }) => {
    const shown = nodes.slice(0, SHOWN).map(({ html, any }) => `${html} ${any[0]?.message ?? ''}`);
    return [`${id} (${String(nodes.length)})`, ...shown].join('\n    ');
  });
};

const SHOWN = 3;

/** What was seen so far. */
export interface Inspection {
  readonly visit: Visit;
  /** Names of the pages that were visited. */
  readonly visited: readonly string[];
  /** What is wrong with each page, by its name; a page without violations is not named. */
  readonly broken: Readonly<Record<string, readonly string[]>>;
}

/** An inspection that begins. */
export const newInspection = (): Inspection => {
  const broken: Record<string, readonly string[]> = {};
  const visited: string[] = [];
  const visit: Visit = async (page, name) => {
    await settle(page);
    visited.push(name);
    const violations = await violationsOn(page);
    if (violations.length > 0) broken[name] = violations;
  };
  return { visit, visited, broken };
};

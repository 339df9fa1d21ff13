import { sql } from 'kysely';
import type { AreasOf, Places } from '../access/authority-readers.js';
import type { Database } from '../db/open-database.js';

/** A registered site. */
export interface Site {
  readonly enterprise: string;
  readonly gln: string;
  /** GB/T 2260 code. */
  readonly area: string;
}

const idOf = (by: Places['by'], name: string): string => `${by} ${name}`;

/** Sites of the places that a block's records name, as of the transaction that is projected. */
export class Sites {
  readonly #areas = new Map<string, Set<string>>();
  readonly #known = new Set<string>();

  /** Reads the sites of these places with one query. */
  static async load(db: Database, places: readonly Places[]): Promise<Sites> {
    const sites = new Sites();
    const named = (by: Places['by']): string[] => [
      ...new Set(places.filter((each) => each.by === by).flatMap(({ names }) => names)),
    ];
    const [glns, enterprises] = [named('gln'), named('enterprise')];
    for (const gln of glns) sites.#areas.set(idOf('gln', gln), new Set());
    for (const enterprise of enterprises) sites.#areas.set(idOf('enterprise', enterprise), new Set());
    if (sites.#areas.size === 0) return sites;
    const rows = await db
      .selectFrom('sites')
      .select(['enterprise', 'gln', 'area'])
      .where(sql<boolean>`gln = any(${glns}) or enterprise = any(${enterprises})`)
      .execute();
    for (const row of rows) sites.add(row);
    return sites;
  }

  /** Adds a site; one that is there already changes nothing. */
  add({ enterprise, gln, area }: Site): void {
    const pair = `${enterprise} ${gln}`;
    if (this.#known.has(pair)) return;
    this.#known.add(pair);
    this.#areas.get(idOf('gln', gln))?.add(area);
    this.#areas.get(idOf('enterprise', enterprise))?.add(area);
  }

  /** Areas of places, each once. @throws for a place that was not read */
  readonly areasOf: AreasOf = ({ by, names }) => {
    const areas = names.flatMap((name) => {
      const found = this.#areas.get(idOf(by, name));
      if (found === undefined) throw new Error(`the sites of ${by} ${name} were not read`);
      return [...found];
    });
    return [...new Set(areas)];
  };
}

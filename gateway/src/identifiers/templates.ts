/** Templates of values (数据模板, 元数据), each under a prefix of a firm. */
import { sql } from 'kysely';
import type { TemplateContent, TemplateItem } from '../api/identifiers.js';
import type { Database } from '../db/open-database.js';
import type { NoteChange, TemplateRow } from './change-log.js';
import type { Author } from './handle-rows.js';
import type { TemplateInput } from './input.js';
import { refuse } from './refusals.js';

const FIRST_INDEX = 2_000;

type GivenItem = TemplateInput['items'][number];

/** A template that is there. */
export const templateOf = (db: Database, prefix: string, version: string): Promise<TemplateRow | undefined> =>
  db
    .selectFrom('identifier_templates')
    .selectAll()
    .where('prefix', '=', prefix)
    .where('version', '=', version)
    .where('deleted', '=', false)
    .executeTakeFirst();

const nextIndex = (items: readonly TemplateItem[]): number =>
  Math.max(FIRST_INDEX - 1, ...items.map(({ idIndex }) => idIndex)) + 1;

/** Index and English name together name an item that is there; anything else is a new one. */
const withItem = (
  items: readonly TemplateItem[],
  { idIndex, ...given }: GivenItem,
): readonly TemplateItem[] => {
  const at = items.findIndex((item) => item.idIndex === idIndex && item.idType === given.idType);
  const item = { ...given, idIndex: idIndex ?? nextIndex(items) };
  return at < 0 ? [...items, item] : items.with(at, item);
};

const assertUnique = (items: readonly TemplateItem[]): void => {
  for (const key of ['name', 'idType', 'idIndex'] as const)
    if (new Set(items.map((item) => item[key])).size < items.length)
      refuse('input', `请求参数错误: items.${key}重复`);
};

/** Items after a change. @throws HandleRefusal when a name or an index stands twice */
export const mergedItems = (
  former: readonly TemplateItem[],
  given: readonly GivenItem[],
): readonly TemplateItem[] => {
  const items = given.reduce(withItem, former);
  assertUnique(items);
  return items;
};

const contentOf = ({ items, ...input }: TemplateInput, former: readonly TemplateItem[]): TemplateContent => {
  const { industryCategory, industrySpecific, industryTrade, industrySubclass, type, description } = input;
  return {
    ...{ industryCategory, industrySpecific, industryTrade, industrySubclass, type, description },
    items: mergedItems(former, items),
  };
};

/** Keeps templates. */
export class Templates {
  readonly #db: Database;
  readonly #note: NoteChange;

  constructor(db: Database, note: NoteChange) {
    this.#db = db;
    this.#note = note;
  }

  /** @throws HandleRefusal when there is one of this version, or its items contradict each other */
  async add(input: TemplateInput, author: Author): Promise<void> {
    if (input.items.length === 0) refuse('input', '缺少必要的请求参数: items');
    const content = JSON.stringify(contentOf(input, []));
    const rows = await this.#keep(
      sql<TemplateRow>`insert into identifier_templates
        (prefix, version, enterprise, content, made_at, changed_at, changed_by)
        values (${input.prefix}, ${input.version}, ${author.enterprise}, ${content}::jsonb, ${author.at}, ${author.at}, ${author.kid})
        on conflict (prefix, version) do update set enterprise = excluded.enterprise, content = excluded.content,
          made_at = excluded.made_at, changed_at = excluded.changed_at, changed_by = excluded.changed_by,
          change = excluded.change, deleted = false
        where identifier_templates.deleted returning *`,
    );
    if (rows === 0) refuse('templateExists');
  }

  /** Items that are not named stay: identifiers may have their values. @throws HandleRefusal */
  async change(input: TemplateInput, author: Author): Promise<void> {
    const former = await templateOf(this.#db, input.prefix, input.version);
    if (former === undefined) return refuse('templateMissing');
    const content = JSON.stringify(contentOf(input, former.content.items));
    const rows = await this.#keep(
      sql<TemplateRow>`update identifier_templates set content = ${content}::jsonb, changed_at = ${author.at},
          changed_by = ${author.kid}, change = nextval('identifier_change')
        where id = ${former.id} and change = ${former.change} returning *`,
    );
    // Somebody has changed it in between: judged anew.
    if (rows === 0) await this.change(input, author);
  }

  /** @throws HandleRefusal when there is none, or an identifier rests on it */
  async drop(prefix: string, version: string, author: Author): Promise<void> {
    const former = await templateOf(this.#db, prefix, version);
    if (former === undefined) return refuse('templateMissing');
    const rows = await this.#keep(
      sql<TemplateRow>`update identifier_templates as t set deleted = true, changed_at = ${author.at},
          changed_by = ${author.kid}, change = nextval('identifier_change')
        where t.id = ${former.id} and not exists (select 1 from identifiers as i
          where i.prefix = t.prefix and i.template = t.version and not i.deleted) returning *`,
    );
    if (rows === 0) refuse('templateInUse');
  }

  async #keep(statement: ReturnType<typeof sql<TemplateRow>>): Promise<number> {
    return this.#db.transaction().execute(async (transaction) => {
      const { rows } = await statement.execute(transaction);
      if (rows.length > 0) await this.#note({ templates: rows });
      return rows.length;
    });
  }
}

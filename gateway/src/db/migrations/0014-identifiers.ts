import { sql, type Kysely } from 'kysely';

const STATEMENTS = [
  'create sequence identifier_change',
  `create table identifier_templates (id bigserial, prefix text collate "C" not null, version text collate "C" not null,
     enterprise text collate "C" not null, content jsonb not null, made_at text not null, changed_at text not null,
     changed_by text not null, deleted boolean not null default false,
     change bigint not null default nextval('identifier_change'), primary key (prefix, version))`,
  `create table identifiers (handle text collate "C" primary key, prefix text collate "C" not null,
     enterprise text collate "C" not null, template text collate "C" not null, value jsonb not null,
     made_at text not null, changed_at text not null, changed_by text not null, deleted boolean not null default false,
     change bigint not null default nextval('identifier_change'), sync text not null default 'waiting', sent bigint,
     known boolean not null default false, refusal jsonb, synced_at text)`,
  'create index identifiers_enterprise on identifiers (enterprise, change)',
  "create index identifiers_waiting on identifiers (enterprise, change) where sync = 'waiting'",
  'create index identifiers_template on identifiers (prefix, template) where not deleted',
];

/** Identifiers of the industrial-internet system; no part of what follows from the ledger. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
};

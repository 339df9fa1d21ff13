/** Who opens which pages of the portal. */
import type { Language } from './shoot.js';

/** Actor in both languages, lists to open, and the list whose first record is opened as well. */
export interface Tour {
  readonly actor: Readonly<Record<Language, string>>;
  readonly pages: readonly string[];
  readonly details: readonly string[];
  /** Why an authority reads; firms need no purpose, and without one it is asked for it. */
  readonly purpose?: string;
}

/** Every page of the portal in its owner's role. */
export const TOURS: Readonly<Record<string, Tour>> = {
  cdmo: {
    actor: { en: 'Qingtai, qualified person', zh: '清泰质量受权人' },
    pages: [
      '',
      'batches',
      'orders',
      'tasks',
      'documents',
      'validity?days=365',
      'enterprises',
      'audit',
      'disputes',
      'incidents',
      'search?q=QT',
    ],
    details: ['batches', 'orders', 'tasks', 'documents'],
  },
  supplier: {
    actor: { en: 'Linhe, production', zh: '临河生产员' },
    pages: ['batches/new', 'import'],
    details: [],
  },
  maker: {
    actor: { en: 'Anhe, qualified person', zh: '安和质量受权人' },
    pages: [
      ...['', 'quality', 'recalls', 'shipments', 'loads', 'profiles', 'alerts'],
      ...['events', 'events/subscriptions', 'bills', 'identifiers'],
    ],
    details: ['recalls', 'shipments', 'events', 'bills'],
  },
  client: {
    actor: { en: 'Anhe, purchaser', zh: '安和采购员' },
    pages: ['tasks', 'tasks/new', 'tasks/verify'],
    details: ['tasks'],
  },
  line: {
    actor: { en: 'Anhe, production', zh: '安和生产员' },
    pages: ['codes', 'codes?tab=downloads', 'codes/apply', 'codes/conflicts'],
    details: ['batches'],
  },
  pharmacy: {
    actor: { en: 'Renxin, pharmacist', zh: '仁心药师' },
    pages: ['', 'codes', 'orders'],
    details: ['batches'],
  },
  administrator: {
    actor: { en: 'Qingtai, administrator', zh: '清泰管理员' },
    pages: ['enterprises/qingtai-cdmo', 'keys/admit'],
    details: [],
  },
  waste: {
    actor: { en: 'Qingtai, waste keeper', zh: '清泰危废管理员' },
    pages: ['', 'waste', 'co-sign'],
    details: ['waste'],
  },
  unasked: {
    actor: { en: 'Drug inspector', zh: '药监检查员' },
    pages: ['', 'batches'],
    details: [],
  },
  authority: {
    actor: { en: 'Drug inspector', zh: '药监检查员' },
    pages: ['', 'audit', 'recalls', 'shipments', 'enterprises/beiyuan-materials'],
    details: ['audit', 'recalls', 'shipments'],
    purpose: 'recall',
  },
};

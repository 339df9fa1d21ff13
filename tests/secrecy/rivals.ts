/** Two rival clients under one host who commission the same CDMO, with a hundred words that nobody says by chance. */
import { expect } from '@jest/globals';
import { taskActs } from '@yaosu/chaincode/model/task/acts';
import type { TaskTerms } from '@yaosu/chaincode/model/task/terms';
import { FIRM, glnOfSite } from '@yaosu/gateway/story/cast';
import type { Stage } from '@yaosu/gateway/story/stage';
import { Needle } from './needle.js';

const WORDS = 50;
const SALT = 'a1'.repeat(16);

/** A client, who offers for it, and what is in its terms: fifty strings, each with the same random word. */
export interface Client {
  readonly login: string;
  readonly enterprise: string;
  readonly needle: Needle;
  readonly words: readonly string[];
  /** What it pays a unit: figures that are looked for as well. */
  readonly amount: string;
}

/** What an offer has left. */
export interface Offered {
  readonly task: string;
  /** Digest of the sealed terms. */
  readonly sealed: string;
}

/** Whom both commission. */
export const PARTNER = 'cdmo-qp';

const newClient = (login: string, enterprise: string, amount: string): Client => {
  const needle = new Needle();
  const words = Array.from({ length: WORDS }, (_, i) => needle.about(`no ${String(i)}.`));
  return { login, enterprise, needle, words, amount };
};

/** With new words. */
export const newRivals = (): readonly [Client, Client] => [
  newClient('maker-qm', FIRM.maker, '918273.645546'),
  newClient('rival-qp', FIRM.rival, '827364.556647'),
];

/** Every clause has two words, one of them in its title. */
const termsOf = ({ words, amount }: Client): TaskTerms => ({
  price: { amount, currency: 'CNY' },
  yield: { floorPercent: '97.654321' },
  compensation: { perDayLatePercent: '0.123457', perPercentShortPercent: '1.123457', atMostPercent: '20' },
  clauses: words.flatMap((word, i) => (i % 2 === 0 ? [{ title: word, words: words[i + 1] ?? word }] : [])),
});

/** Seals and offers; asks besides for what is refused, with words in it. */
export const offer = async (stage: Stage, client: Client): Promise<Offered> => {
  const terms = termsOf(client);
  const { client: api } = await stage.as(client.login);
  const digests = await api.call('sealTerms', { cdmo: FIRM.cdmo, salt: SALT, terms });
  const parties = { client: client.enterprise, cdmo: FIRM.cdmo, terms: digests };
  await stage.send(client.login, taskActs.sealTerms, parties);
  const task = stage.newId();
  await stage.send(client.login, taskActs.offer, {
    ...parties,
    task,
    site: glnOfSite(FIRM.cdmo),
    material: stage.digest(client.login),
    quantity: '100',
    unit: 'KGM',
    startOn: stage.day(0),
    deliverBy: stage.day(30),
    qualityAgreement: stage.digest('quality agreement'),
  });
  await stage.send(PARTNER, taskActs.accept, { task });
  await expect(api.call('sealTerms', { cdmo: 'nobody-here', salt: SALT, terms })).rejects.toThrow();
  return { task, sealed: digests.sealed };
};

/** Several phones of one story, with and without signal, and what the ledger has of it. */
import { expect } from '@jest/globals';
import { enter } from './demo-client.js';
import type { Phone } from './phone.js';

/** A record as a driver reads it. */
export const recordOf = async (url: string, key: string): Promise<Readonly<Record<string, unknown>>> => {
  const { client } = await enter(url, 'carrier-driver');
  return (await client.read('record', { key })).record.value;
};

/** Takes the signal from phones, or gives it back. */
export const setSignal = async (phones: readonly Phone[], isThere: boolean): Promise<void> => {
  for (const phone of phones) await phone.setSignal(isThere);
};

/** Waits until what phones have signed has reached the ledger; nothing of it was refused. */
export const sentBy = async (phones: readonly Phone[]): Promise<void> => {
  for (const phone of phones) {
    await phone.tab('Outbox');
    await phone.page.getByText('on this phone', { exact: true }).first().waitFor({ state: 'detached' });
    expect(await phone.page.getByText('refused', { exact: true }).count()).toBe(0);
    await phone.tab('Trips');
  }
};

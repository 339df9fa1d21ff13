import type { Page } from 'playwright-core';

/** Fills the form of a new batch. */
export const fillBatch = async (page: Page): Promise<void> => {
  await page.getByLabel('Name').fill('4-Aminophenol');
  await page.getByLabel('Specification').fill('≥ 99.0 %');
  await page.getByLabel('Product code').fill('LH-4AP');
  await page.getByLabel('Lot').fill('LH2611-003');
  await page.getByLabel('Manufactured').fill('2026-11-20');
  await page.getByLabel('Expiry or retest date').fill('2028-11-19');
  await page.getByRole('button', { name: 'Continue to signing' }).click();
  await page.getByText('You sign').waitFor();
};

/** Registers a batch on the page of a new one, and waits until its own page shows it. */
export const registerBatch = async (page: Page): Promise<void> => {
  await fillBatch(page);
  await page.getByRole('button', { name: 'Sign and send' }).click();
  await page.getByText('Matches its digest on the ledger').waitFor();
  await page.getByText('Batch.register').waitFor();
};

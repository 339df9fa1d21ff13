import type { Page } from 'playwright-core';

/** Finds an actor of the demonstration by name and signs in as that one. */
export const signInAs = async (page: Page, url: string, name: string): Promise<void> => {
  await page.goto(url);
  await page.getByRole('textbox').first().fill(name);
  await page.getByRole('button', { name }).click();
  await page.getByRole('heading', { level: 1, name: /What waits for you|待办事项/ }).waitFor();
};

/** An authenticator in software that Chromium takes for the computer's own. */
import type { Page } from 'playwright-core';

/** What a person's gesture comes to. */
export interface PluggedAuthenticator {
  /** Whether it knows the finger, face or PIN from now on. */
  knowsPerson(knows: boolean): Promise<void>;
}

/** Plugs one into a page; it answers every prompt at once. */
export const plugAuthenticator = async (page: Page): Promise<PluggedAuthenticator> => {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    knowsPerson: async (isUserVerified) => {
      await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
    },
  };
};

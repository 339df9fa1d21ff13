import { DEMO_LOGINS } from './logins.js';

/** What a newcomer is told when a demo is ready: who may be chosen on the sign-in page, one line an enterprise. */
export const loginLines = (): readonly string[] => {
  const firms = [...new Set(DEMO_LOGINS.map(({ enterprise }) => enterprise))];
  const width = Math.max(...firms.map(({ length }) => length));
  const loginsOf = (firm: string): string =>
    DEMO_LOGINS.filter(({ enterprise }) => enterprise === firm)
      .map(({ login }) => login)
      .join(', ');
  return [
    'Demo logins, to be chosen on the sign-in page (for scripts: npx yaosu token --as LOGIN):',
    ...firms.map((firm) => `  ${firm.padEnd(width)}  ${loginsOf(firm)}`),
  ];
};

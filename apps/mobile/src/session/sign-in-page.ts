/** Who uses this phone: the demo's actors, by firm. */
import { api } from '../lib/api.js';
import { language, t } from '../texts/texts.js';
import { fill, h } from '../ui/h.js';
import { signIn } from './session.js';

/** The page of signing in; `done` is called when somebody has. */
export const signInPage = (done: () => void): HTMLElement => {
  const list = h('div', {}, h('p', { class: 'quiet' }, t('loading')));
  const search = h('input', { attributes: { id: 'search', type: 'search' } });
  const show = async (): Promise<void> => {
    const { logins } = await api.read('demoLogins', {});
    const wanted = search.value.trim().toLowerCase();
    const found = logins.filter(({ login, zh, en, firm }) =>
      `${login} ${zh} ${en} ${firm}`.toLowerCase().includes(wanted),
    );
    const enter = (login: string) => async (): Promise<void> => {
      await signIn(login);
      done();
    };
    fill(
      list,
      ...found.map((actor) =>
        h(
          'button',
          { class: 'plain', onClick: enter(actor.login) },
          actor[language()],
          h('span', { class: 'quiet firm' }, actor.firm),
        ),
      ),
    );
  };
  search.addEventListener('input', () => void show());
  show().catch(() => fill(list, h('p', { class: 'problem', role: 'alert' }, t('noSignal'))));
  const label = h('label', { attributes: { for: 'search' } }, t('search'));
  return h('section', {}, h('p', { class: 'quiet' }, t('signInHint')), label, search, list);
};

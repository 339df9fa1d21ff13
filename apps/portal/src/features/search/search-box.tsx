import { TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { MIN_QUERY } from '@yaosu/gateway/api/search';
import { useRef, useState, type SyntheticEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

/** One field for whatever a person knows or a scanner reads; `/` goes there, Enter searches. */
export const SearchBox = (): ReactElement => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useHotkeys([['/', () => input.current?.focus()]]);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const asked = text.trim();
    if (asked.length < MIN_QUERY) return;
    void navigate(`/search?q=${encodeURIComponent(asked)}`);
    setText('');
    input.current?.blur();
  };
  return (
    <form role="search" onSubmit={submit} style={{ flexGrow: 1, maxWidth: 420 }}>
      <TextInput
        ref={input}
        type="search"
        size="sm"
        aria-label={t('search.title')}
        placeholder={t('search.title')}
        title={t('search.hint')}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
        }}
      />
    </form>
  );
};

import { Anchor, Button, Group, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type ReactElement, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../lib/api.js';
import { useErrorText } from '../../ui/use-error-text.js';
import type { EventParameters } from './event-filter.js';

/** Keeps the present search as a named query, to which addresses are subscribed. */
export const SaveQuery = ({ query }: { readonly query: EventParameters }): ReactElement => {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const errorText = useErrorText();
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: () => api.epcis.nameQuery({ name: name.trim(), query }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['eventQueries'] }),
  });
  const { reset } = save;
  const asked = JSON.stringify(query);
  // Not by a key: the field would be made anew under the hands of who types.
  useEffect(reset, [asked, reset]);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form onSubmit={submit} className="no-print">
      <Group align="flex-end" gap="xs">
        <TextInput
          label={t('events.queryName')}
          description={t('events.queryNameHint')}
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" variant="light" disabled={name.trim() === ''} loading={save.isPending}>
          {t('events.saveQuery')}
        </Button>
      </Group>
      {save.isError && (
        <Text size="sm" c="red" role="alert">
          {errorText(save.error)}
        </Text>
      )}
      {save.isSuccess && (
        <Text size="sm" role="status">
          {t('events.saved')}{' '}
          <Anchor component={Link} to="/events/subscriptions" size="sm">
            {t('events.toSubscriptions')}
          </Anchor>
        </Text>
      )}
    </form>
  );
};

import { Alert, Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { KeyFunction } from '@yaosu/chaincode/model/enterprise/states';
import { LIMITED_DAYS, limitedFunctions } from '@yaosu/chaincode/rules/enterprise/limited-keys';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../../lib/session.js';
import { InvitedTo } from '../../ui/invited-to.js';
import { useErrorText } from '../../ui/use-error-text.js';
import { newInvitation, type Invitation } from './new-invitation.js';

const DAYS = [1, 3, 7, LIMITED_DAYS] as const;
const DAYS_FIRST = 3;

interface Props {
  readonly record: string;
  readonly onMade: (invitation: Invitation) => void;
}

/** In which function somebody answers, and for how long the link is good. */
export const InviteForm = ({ record, onMade }: Props): ReactElement => {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const session = useSignedIn();
  const functions = limitedFunctions(record);
  const [name, setName] = useState<KeyFunction | undefined>(functions[0]);
  const [days, setDays] = useState<number>(DAYS_FIRST);
  const make = useMutation({
    mutationFn: () => newInvitation(session, { record, days, functions: name === undefined ? [] : [name] }),
    onSuccess: onMade,
  });
  return (
    <Stack>
      <InvitedTo record={record} />
      <Text size="sm">{t('invitations.explain')}</Text>
      <NativeSelect
        label={t('invitations.function')}
        description={t('invitations.functionHint')}
        value={name}
        onChange={({ currentTarget: { value } }) => setName(functions.find((each) => each === value))}
        data={functions.map((value) => ({ value, label: t(`functions.${value}`) }))}
      />
      <NativeSelect
        label={t('invitations.days')}
        value={String(days)}
        onChange={({ currentTarget: { value } }) => setDays(Number(value))}
        data={DAYS.map((count) => ({ value: String(count), label: t('recalls.days', { count }) }))}
      />
      {make.isError && <Alert color="red">{errorText(make.error)}</Alert>}
      <Group>
        <Button loading={make.isPending} onClick={() => make.mutate()}>
          {t('batches.next')}
        </Button>
      </Group>
    </Stack>
  );
};

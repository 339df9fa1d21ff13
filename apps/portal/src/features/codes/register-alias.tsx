import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { HEADS } from '@yaosu/chaincode/model/act-heads.computed';
import { mayAct } from '../../lib/may-act.js';
import { useSignedIn } from '../../lib/session.js';
import { SignCommand } from '../../ui/sign-command.js';
import { useErrorText } from '../../ui/use-error-text.js';
import { useSayDone } from '../../ui/use-say-done.js';
import { DigitsInput } from './digits-input.js';
import { prepareAlias, type WantedAlias } from './prepare-commission.js';
import type { IssuedList } from './serial-list.js';

interface Props {
  readonly batch: string;
  readonly commission: string;
  readonly list: IssuedList;
}

const Fields = ({
  packs,
  preparing,
  error,
  onSubmit,
}: {
  readonly packs: number;
  readonly preparing: boolean;
  readonly error: unknown;
  readonly onSubmit: (wanted: Pick<WantedAlias, 'index' | 'text'>) => void;
}): ReactElement => {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const [number, setNumber] = useState('');
  const [text, setText] = useState('');
  const place = Number(number);
  const isOnList = Number.isInteger(place) && place > 0 && place <= packs;
  return (
    <Stack>
      <Group align="flex-start">
        <DigitsInput
          label={t('secondCodes.packNumber')}
          value={number}
          onChange={setNumber}
          wrong={number !== '' && !isOnList}
        />
        <TextInput
          label={t('secondCodes.text')}
          description={t('secondCodes.textHint')}
          inputWrapperOrder={['label', 'input', 'description']}
          value={text}
          onChange={(event) => setText(event.currentTarget.value.trim())}
        />
      </Group>
      {error !== null && <Alert color="red">{errorText(error)}</Alert>}
      <Group>
        <Button
          disabled={!isOnList || text === ''}
          loading={preparing}
          onClick={() => onSubmit({ index: place - 1, text })}
        >
          {t('secondCodes.next')}
        </Button>
      </Group>
    </Stack>
  );
};

/** Asks for a pack of the list and its second code, and has the registration signed. */
export const RegisterAlias = ({ batch, commission, list }: Props): ReactElement => {
  const { t } = useTranslation();
  const sayDone = useSayDone();
  const session = useSignedIn();
  const register = useMutation({
    mutationFn: (wanted: Pick<WantedAlias, 'index' | 'text'>) =>
      prepareAlias(session, list, { batch, commission, ...wanted }),
  });
  if (!mayAct(session, HEADS.Code.alias)) return <></>;
  const { data: command, variables: wanted } = register;
  if (command === undefined) {
    return (
      <Fields
        packs={list.serials.length}
        preparing={register.isPending}
        error={register.error}
        onSubmit={register.mutate}
      />
    );
  }
  const words = t('secondCodes.registers', { text: wanted.text, number: wanted.index + 1 });
  return (
    <SignCommand
      command={command}
      signingKey={session.key}
      summary={<Text>{words}</Text>}
      onBack={() => register.reset()}
      onDone={(submitted) => {
        sayDone(submitted);
        register.reset();
      }}
    />
  );
};

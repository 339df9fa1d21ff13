import {
  Alert,
  Anchor,
  Button,
  Checkbox,
  Fieldset,
  Group,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { KEY_FUNCTIONS, type KeyFunction } from '@yaosu/chaincode/model/enterprise/states';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { encodePassed } from '../../lib/passed-on.js';
import { parseKeyRequest } from '../../lib/key-request.js';
import { mayAdmitKeys } from '../../lib/may-act.js';
import { proposeKey, type Admission } from '../../lib/propose-key.js';
import { useSignedIn } from '../../lib/session.js';
import { CopyText } from '../../ui/copy-text.js';
import { PageHead } from '../../ui/page-head.js';
import { Section } from '../../ui/section.js';
import { useActName } from '../../ui/use-act-name.js';
import { KeyFacts } from './key-facts.js';

/** Given by the root key alone. */
const NOT_GIVEN: readonly KeyFunction[] = ['root', 'administrator'];
const OFFERED = KEY_FUNCTIONS.filter((name) => !NOT_GIVEN.includes(name));
const YEAR_MS = 365 * 86_400_000;

const inAYear = (): string => new Date(Date.now() + YEAR_MS).toISOString().slice(0, 10);

const AdmissionForm = ({ onSubmit }: { readonly onSubmit: (admission: Admission) => void }): ReactElement => {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [functions, setFunctions] = useState<string[]>([]);
  const [until, setUntil] = useState(inAYear);
  const key = parseKeyRequest(text);
  const submit = (): void => {
    if (key !== undefined)
      onSubmit({
        key,
        functions: OFFERED.filter((each) => functions.includes(each)),
        notAfter: `${until}T23:59:59.000Z`,
        onlyFor: null,
      });
  };
  return (
    <Stack>
      <Textarea
        label={t('keys.request')}
        required
        autosize
        minRows={2}
        error={text.trim() !== '' && key === undefined && t('keys.noRequest')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {key !== undefined && <KeyFacts of={key} />}
      <Fieldset legend={t('session.functions')}>
        <Checkbox.Group value={functions} onChange={setFunctions}>
          <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
            {OFFERED.map((name) => (
              <Checkbox key={name} value={name} label={t(`functions.${name}`)} />
            ))}
          </SimpleGrid>
        </Checkbox.Group>
      </Fieldset>
      <TextInput
        label={t('fields.notAfter')}
        type="date"
        required
        value={until}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
      <Group>
        <Button disabled={key === undefined || until === ''} onClick={submit}>
          {t('keys.propose')}
        </Button>
      </Group>
    </Stack>
  );
};

/** An administrator proposes a key; its holder signs first, the administrator last, under Countersign. */
export const AdmitKeyPage = (): ReactElement => {
  const { t } = useTranslation();
  const nameOf = useActName();
  const session = useSignedIn();
  const [passed, setPassed] = useState<string>();
  if (!mayAdmitKeys(session)) return <Alert color="yellow">{t('act.notYours')}</Alert>;
  const propose = (admission: Admission): void =>
    setPassed(encodePassed({ command: proposeKey(session, admission), signatures: [null, null] }));
  return (
    <Stack maw={860}>
      <PageHead title={nameOf('Enterprise', 'admitKey')} />
      {passed === undefined ? (
        <AdmissionForm onSubmit={propose} />
      ) : (
        <Section title={t('keys.toHolder')}>
          <Text size="sm">{t('keys.toHolderHint')}</Text>
          <CopyText label={t('coSign.toNext')} text={passed} />
          <Anchor component={Link} to="/co-sign" size="sm">
            {t('nav.coSign')}
          </Anchor>
        </Section>
      )}
    </Stack>
  );
};

import { Anchor, Container, Group, Stack, Text, Textarea } from '@mantine/core';
import type { SigningKey } from '@yaosu/identity/keys/signing-key';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { encodeKeyRequest, requestOf } from '../../lib/key-request.js';
import { CopyText } from '../../ui/copy-text.js';
import { PageHead } from '../../ui/page-head.js';
import { Preferences } from '../../ui/preferences.js';
import { Section } from '../../ui/section.js';
import { KeyFacts } from './key-facts.js';
import { MakeKey } from './make-key.js';
import { admissionOf, SignAdmission } from './sign-admission.js';

const AdmissionOf = ({ signingKey }: { readonly signingKey: SigningKey }): ReactElement => {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const request = requestOf(signingKey);
  const found = admissionOf(text, signingKey);
  return (
    <>
      <Section title={t('keys.forAdministrator')}>
        <KeyFacts of={request} />
        <CopyText label={t('keys.request')} text={encodeKeyRequest(request)} />
      </Section>
      {found === undefined ? (
        <Section title={t('keys.fromAdministrator')}>
          <Textarea
            label={t('coSign.paste')}
            autosize
            minRows={3}
            maxRows={8}
            error={text.trim() !== '' && t('keys.notThisKey')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </Section>
      ) : (
        <SignAdmission {...found} signingKey={signingKey} onBack={() => setText('')} />
      )}
    </>
  );
};

/** A new person's way in: a key is made here, an administrator admits it, then it signs in by its name. */
export const NewKeyPage = (): ReactElement => {
  const { t } = useTranslation();
  const [key, setKey] = useState<SigningKey>();
  return (
    <Container size="md" py="xl">
      <Stack>
        <PageHead title={t('keys.new')}>
          <Group gap="xs">
            <Preferences />
          </Group>
        </PageHead>
        <Text c="dimmed">{t('keys.newHint')}</Text>
        {key === undefined ? <MakeKey onMade={setKey} /> : <AdmissionOf signingKey={key} />}
        <Anchor component={Link} to="/sign-in" size="sm">
          {t('session.title')}
        </Anchor>
      </Stack>
    </Container>
  );
};

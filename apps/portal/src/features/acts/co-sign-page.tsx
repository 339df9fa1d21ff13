import { Alert, Stack, Textarea } from '@mantine/core';
import { findAct } from '@yaosu/chaincode/model/acts';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { cardOf, parsePassed } from '../../lib/co-sign.js';
import type { PassedOn } from '../../lib/passed-on.js';
import { useSignedIn } from '../../lib/session.js';
import { CopyText } from '../../ui/copy-text.js';
import { PageHead } from '../../ui/page-head.js';
import { Section } from '../../ui/section.js';
import { SignCommand } from '../../ui/sign-command.js';
import { useActName } from '../../ui/use-act-name.js';
import { useSayDone } from '../../ui/use-say-done.js';
import { formOf } from '../../lib/act-form/field-model.js';
import { PayloadSummary } from './payload-summary.js';

const SignPassed = ({ passed, onBack }: { passed: PassedOn; onBack: () => void }): ReactElement => {
  const { t } = useTranslation();
  const nameOf = useActName();
  const navigate = useNavigate();
  const sayDone = useSayDone();
  const session = useSignedIn();
  const { command, signatures } = passed;
  const act = findAct(command.contract, command.act);
  const isAsked = command.parties.some(({ kid }) => kid === session.key.kid);
  if (act === undefined || !isAsked) return <Alert color="red">{t('coSign.notAsked')}</Alert>;
  const title = nameOf(command.contract, command.act);
  return (
    <SignCommand
      command={command}
      signatures={signatures}
      signingKey={session.key}
      summary={<PayloadSummary form={formOf(act)} payload={command.payload} draft={{}} title={title} />}
      onBack={onBack}
      onDone={(submitted) => {
        sayDone(submitted);
        void navigate('/');
      }}
    />
  );
};

const CoSign = (): ReactElement => {
  const { t } = useTranslation();
  const session = useSignedIn();
  const [text, setText] = useState('');
  const passed = parsePassed(text);
  const isWrong = text.trim() !== '' && passed === undefined;
  return (
    <Stack maw={900}>
      <PageHead title={t('nav.coSign')} />
      <Section title={t('coSign.own')}>
        <CopyText label={t('coSign.card')} text={cardOf(session)} />
      </Section>
      {passed === undefined ? (
        <Section title={t('coSign.given')}>
          <Textarea
            label={t('coSign.paste')}
            autosize
            minRows={3}
            maxRows={8}
            error={isWrong && t('coSign.unreadable')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </Section>
      ) : (
        <SignPassed passed={passed} onBack={() => setText('')} />
      )}
    </Stack>
  );
};

/** Signing what others have begun: the own card for them, and the place for what they pass on; opened anew, it is empty. */
export const CoSignPage = (): ReactElement => <CoSign key={useLocation().key} />;

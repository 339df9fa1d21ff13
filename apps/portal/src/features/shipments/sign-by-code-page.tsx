import { Alert, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { SPOKEN_LENGTH, spokenGroups, typedCode } from '@yaosu/chaincode/model/kernel/spoken-code';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { SEEN_ANEW } from '../../lib/records.js';
import { PageHead } from '../../ui/page-head.js';
import { Section } from '../../ui/section.js';
import { useErrorText } from '../../ui/use-error-text.js';
import { findOffer } from './find-offer.js';
import { judgeCode } from './judge-offer.js';
import { SignOffer } from './sign-offer.js';

const Sought = ({ code, onBack }: { readonly code: string; readonly onBack: () => void }): ReactElement => {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const query = useQuery({ ...SEEN_ANEW, queryKey: ['offer', code], queryFn: () => findOffer(code) });
  if (query.isError) return <Alert color="red">{errorText(query.error)}</Alert>;
  if (query.data === undefined) return <></>;
  const shipment = query.data?.value;
  const offer = shipment?.offer ?? null;
  if (shipment === undefined || offer === null) {
    return (
      <Alert color="red" role="alert">
        {t('offer.unknown')}
      </Alert>
    );
  }
  return <SignOffer shipment={shipment} offer={offer} onBack={onBack} />;
};

/** Signing at a desk what a driver signed alone on the phone, found by the code that the driver says. */
export const SignByCodePage = (): ReactElement => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const code = typedCode(typed);
  const judged = judgeCode(code);
  return (
    <Stack maw={900}>
      <PageHead title={t('offer.title')} />
      <Section title={t('offer.typed')}>
        <TextInput
          label={t('offer.code')}
          description={t('offer.hint')}
          placeholder={spokenGroups('_'.repeat(SPOKEN_LENGTH))}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maw={320}
          error={judged === 'wrong' && t('offer.wrong')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </Section>
      {judged === 'right' && <Sought key={code} code={code} onBack={() => setTyped('')} />}
    </Stack>
  );
};

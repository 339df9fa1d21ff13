import { enterpriseActs } from '@yaosu/chaincode/model/enterprise/acts';
import type { SigningKey } from '@yaosu/identity/keys/signing-key';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { parsePassed } from '../../lib/co-sign.js';
import type { PassedOn } from '../../lib/passed-on.js';
import { Facts } from '../../ui/facts.js';
import { SignCommand } from '../../ui/sign-command.js';

const { input } = enterpriseActs.admitKey;

/** A command that admits a key. */
export interface Admission {
  readonly passed: PassedOn;
  readonly payload: z.output<typeof input>;
}

/** What admits this very key; undefined for any other command. */
export const admissionOf = (text: string, key: SigningKey): Admission | undefined => {
  const passed = parsePassed(text);
  if (passed?.command.contract !== 'Enterprise' || passed.command.act !== 'admitKey') return undefined;
  const { data: payload } = input.safeParse(passed.command.payload);
  return payload?.key.kid === key.kid ? { passed, payload } : undefined;
};

interface Props extends Admission {
  readonly signingKey: SigningKey;
  readonly onBack: () => void;
}

/** The holder of a new key signs that it is theirs, with the functions that it gets. */
export const SignAdmission = ({ passed, payload, signingKey, onBack }: Props): ReactElement => {
  const { t } = useTranslation();
  const { appointments, notAfter } = payload.key;
  const functions = appointments.map((each) => t(`functions.${each.function}`)).join(', ');
  return (
    <SignCommand
      command={passed.command}
      signatures={passed.signatures}
      signingKey={signingKey}
      summary={
        <Facts
          facts={[
            [t('fields.enterprise'), payload.enterprise],
            [t('session.functions'), functions === '' ? '–' : functions],
            [t('fields.notAfter'), notAfter.slice(0, 10)],
          ]}
        />
      }
      onBack={onBack}
      onDone={onBack}
    />
  );
};

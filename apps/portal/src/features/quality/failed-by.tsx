import { Anchor } from '@mantine/core';
import { splitKey } from '@yaosu/chaincode/model/kernel/keys';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathOfKey } from './desk-offer.js';

const SHOWN = 8;

/** Records that fail a condition, each with the way to it. */
export const FailedBy = ({ keys }: { readonly keys: readonly string[] }): ReactElement => {
  const { t } = useTranslation();
  return (
    <>
      {keys.map((key) => {
        const { type = '', parts = [] } = splitKey(key) ?? {};
        const name = `${t(`quality.release.failedBy.${type}`)} ${(parts.at(-1) ?? '').slice(0, SHOWN)}`;
        return (
          <Anchor key={key} component={Link} to={pathOfKey(key)} size="sm" mr="xs" title={key}>
            {name}
          </Anchor>
        );
      })}
    </>
  );
};

import { Text } from '@mantine/core';
import type { SignedBy } from '@yaosu/chaincode/model/enterprise/signed-by';
import type { ReactElement } from 'react';
import { Firm } from './firm.js';

const SHOWN = 8;

/** Who signed: the enterprise by name, the person by the beginning of its random id. */
export const Signer = ({ by }: { readonly by: SignedBy }): ReactElement => (
  // One thing wherever it stands: parts of a head would be spread over its width.
  <span>
    <Firm id={by.enterprise} />{' '}
    <Text span size="xs" c="dimmed" ff="monospace" title={by.person ?? by.kid}>
      {(by.person ?? by.kid).slice(0, SHOWN)}
    </Text>
  </span>
);

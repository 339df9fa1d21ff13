import { Badge, Group } from '@mantine/core';
import type { EnterpriseRole } from '@yaosu/chaincode/model/enterprise/states';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

/** What an enterprise is in the network. */
export const Roles = ({ roles }: { readonly roles: readonly EnterpriseRole[] }): ReactElement => {
  const { t } = useTranslation();
  return (
    <Group gap={4}>
      {roles.map((role) => (
        <Badge key={role} variant="light" size="sm">
          {t(`roles.${role}`)}
        </Badge>
      ))}
    </Group>
  );
};

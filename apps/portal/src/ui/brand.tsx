import { Group, Text } from '@mantine/core';
import type { ReactElement } from 'react';

/** Mark and name. */
export const Brand = (): ReactElement => (
  <Group gap={8} wrap="nowrap">
    <img src={`${import.meta.env.BASE_URL}icon.svg`} alt="" width={26} height={26} />
    <Text fw={700} size="lg" style={{ whiteSpace: 'nowrap' }}>
      药溯{' '}
      <Text span c="dimmed" fw={500} size="sm" visibleFrom="sm">
        Yaosu
      </Text>
    </Text>
  </Group>
);

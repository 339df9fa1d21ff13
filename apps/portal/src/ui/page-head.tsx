import { Group, Title } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';

/** A page's title, beside it its state, at the end what can be done. */
export const PageHead = ({
  title,
  state,
  children,
}: {
  readonly title: string;
  readonly state?: ReactNode;
  readonly children?: ReactNode;
}): ReactElement => (
  <Group justify="space-between">
    <Group gap="sm">
      <Title order={1} size="h3">
        {title}
      </Title>
      {state}
    </Group>
    {children}
  </Group>
);

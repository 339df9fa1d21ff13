import { SimpleGrid, Stack, Text } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';

/** Names and values, two to a row on a desk, one on a phone. */
export const Facts = ({
  facts,
}: {
  readonly facts: readonly (readonly [string, ReactNode])[];
}): ReactElement => (
  <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="md" component="dl" m={0}>
    {facts.map(([name, value]) => (
      <Stack key={name} gap={2}>
        <Text component="dt" size="xs" c="dimmed">
          {name}
        </Text>
        <Text component="dd" m={0} size="sm" style={{ overflowWrap: 'anywhere' }}>
          {value}
        </Text>
      </Stack>
    ))}
  </SimpleGrid>
);

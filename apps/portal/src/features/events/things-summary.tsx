import { Stack, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { thingsOf, type EventView } from './event-view.js';
import { Identifier } from './identifier.js';

const SHOWN = 2;

/** The first things that an event is about, and how many there are besides. */
export const ThingsSummary = ({ event }: { readonly event: EventView }): ReactElement => {
  const { t } = useTranslation();
  const all = thingsOf(event).flatMap(({ ids, quantities }) => [
    ...ids,
    ...quantities.map(({ epcClass }) => epcClass),
  ]);
  return (
    <Stack gap={6} align="flex-start">
      {all.slice(0, SHOWN).map((id, at) => (
        <Identifier key={`${String(at)} ${id}`} value={id} />
      ))}
      {all.length === 0 && <>–</>}
      {all.length > SHOWN && (
        <Text span size="xs" c="dimmed">
          {t('events.moreThings', { count: all.length - SHOWN })}
        </Text>
      )}
    </Stack>
  );
};

import { Button, Stack, Text } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { thingsOf, type EventView, type Quantity, type Things } from './event-view.js';
import { Identifier } from './identifier.js';
import { withUnit } from './unit-sign.js';

/** An event may name thousands. */
const SHOWN = 20;

const Amount = ({ amount: { epcClass, quantity, uom } }: { readonly amount: Quantity }): ReactElement => (
  <Text size="sm" component="div">
    <Identifier value={epcClass} />
    {quantity !== undefined && ` · ${withUnit(quantity, uom)}`}
  </Text>
);

const Part = ({ things: { part, ids, quantities } }: { readonly things: Things }): ReactElement => {
  const { t } = useTranslation();
  const [isAll, setAll] = useState(false);
  return (
    <Stack gap={6} align="flex-start">
      <Text size="xs" c="dimmed">
        {t(`events.parts.${part}`, { count: ids.length + quantities.length })}
      </Text>
      {(isAll ? ids : ids.slice(0, SHOWN)).map((id) => (
        <Identifier key={id} value={id} />
      ))}
      {ids.length > SHOWN && !isAll && (
        <Button variant="subtle" size="compact-xs" onClick={() => setAll(true)}>
          {t('events.moreThings', { count: ids.length - SHOWN })}
        </Button>
      )}
      {quantities.map((amount, at) => (
        <Amount key={`${String(at)} ${amount.epcClass}`} amount={amount} />
      ))}
    </Stack>
  );
};

/** Everything that an event is about, by the part that it plays. */
export const EventThings = ({ event }: { readonly event: EventView }): ReactElement => {
  const { t } = useTranslation();
  const all = thingsOf(event);
  if (all.length === 0) return <Text size="sm">{t('events.noThings')}</Text>;
  return (
    <Stack gap="sm">
      {all.map((things) => (
        <Part key={things.part} things={things} />
      ))}
    </Stack>
  );
};

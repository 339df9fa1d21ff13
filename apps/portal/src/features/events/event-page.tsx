import { Alert, Badge, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { EpcisEvent } from '@yaosu/gateway/api/epcis-client';
import type { EventOrigin as Origin } from '@yaosu/gateway/api/epcis-schemas';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { api } from '../../lib/api.js';
import { CopyText } from '../../ui/copy-text.js';
import { Loaded } from '../../ui/loaded.js';
import { Moment } from '../../ui/moment.js';
import { PageHead } from '../../ui/page-head.js';
import { Section } from '../../ui/section.js';
import { EventFacts } from './event-facts.js';
import { EventOrigin } from './event-origin.js';
import { eventViewOf, type EventView } from './event-view.js';
import { Identifier } from './identifier.js';
import { useTermText } from './use-term-text.js';

const INDENT = 2;

/** That whoever reported an event says that it was wrong, and what stands in its place. */
const DeclaredWrong = ({
  declaration: { declarationTime, reason, correctiveEventIDs },
}: {
  readonly declaration: NonNullable<EventView['errorDeclaration']>;
}): ReactElement => {
  const { t } = useTranslation();
  const termText = useTermText();
  return (
    <Alert color="orange" title={t('events.declaredWrong')}>
      <Text size="sm">
        <Moment at={declarationTime} />
        {reason !== undefined && ` · ${termText('errorReason', reason)}`}
      </Text>
      {correctiveEventIDs.map((id) => (
        <Text key={id} size="sm">
          {t('events.correctedBy')} <Identifier value={id} />
        </Text>
      ))}
    </Alert>
  );
};

interface Shown {
  readonly json: EpcisEvent;
  readonly origin: Origin;
}

const Event = ({ json, origin }: Shown): ReactElement => {
  const { t } = useTranslation();
  const event = eventViewOf(json);
  return (
    <>
      {event.errorDeclaration !== undefined && <DeclaredWrong declaration={event.errorDeclaration} />}
      <EventFacts event={event} />
      <EventOrigin event={event} origin={origin} />
      <Section title="JSON-LD">
        <CopyText label={t('events.asAnswered')} text={JSON.stringify(json, null, INDENT)} />
      </Section>
    </>
  );
};

const Head = ({ shown: [first] }: { readonly shown: readonly Shown[] }): ReactElement => {
  const { t } = useTranslation();
  const termText = useTermText();
  if (first === undefined) return <PageHead title={t('events.one')} />;
  const { type, bizStep, source } = eventViewOf(first.json);
  const name = bizStep === undefined ? t([`eventTerms.type.${type}`, type]) : termText('bizStep', bizStep);
  return (
    <PageHead
      title={`${t('events.one')} · ${name}`}
      state={<Badge variant="light">{t(`events.sources.${source}`)}</Badge>}
    />
  );
};

/** An event, with declarations that it was wrong: what it says, whose word it is, and what proves it. */
export const EventPage = (): ReactElement => {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['event', id],
    queryFn: async (): Promise<readonly Shown[]> => {
      const [events, origins] = await Promise.all([api.epcis.event(id), api.epcis.origins(id)]);
      return origins.flatMap((origin, at) => {
        const json = events[at];
        return json === undefined ? [] : [{ json, origin }];
      });
    },
  });
  return (
    <Stack>
      <Head shown={query.data ?? []} />
      <Loaded query={query} empty={t('detail.notFound')} isEmpty={(shown) => shown.length === 0}>
        {(shown) =>
          shown.map(({ json, origin }, at) => <Event key={String(at)} json={json} origin={origin} />)
        }
      </Loaded>
    </Stack>
  );
};

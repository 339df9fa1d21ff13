import { Accordion, Badge, Group, NavLink, Stack, Text, TextInput } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { actorsByFirm, isFound, type Actor, type FirmActors } from './actors-by-firm.js';

type Choose = (login: string) => void;

const ActorLine = ({ actor, onChoose }: { actor: Actor; onChoose: Choose }): ReactElement => {
  const { t, i18n } = useTranslation();
  const name = i18n.language === 'zh' ? actor.zh : actor.en;
  return (
    <NavLink
      component="button"
      aria-label={t('session.as', { name })}
      label={name}
      description={actor.functions.map((held) => t(`functions.${held}`)).join(' · ')}
      onClick={() => onChoose(actor.login)}
    />
  );
};

interface FirmProps {
  readonly firm: FirmActors;
  readonly isOpen: boolean;
  readonly onChoose: Choose;
}

const Firm = ({ firm: { enterprise, actors }, isOpen, onChoose }: FirmProps): ReactElement => {
  const { t } = useTranslation();
  const [first] = actors;
  return (
    <Accordion.Item value={enterprise}>
      <Accordion.Control>
        <Group justify="space-between" wrap="nowrap" pr="sm">
          <Stack gap={4}>
            <Text fw={600}>{first?.firm}</Text>
            <Group gap={4}>
              {first?.roles.map((role) => (
                <Badge key={role} variant="light" size="sm">
                  {t(`roles.${role}`)}
                </Badge>
              ))}
            </Group>
          </Stack>
          <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
            {t('wall.people', { count: actors.length })}
          </Text>
        </Group>
      </Accordion.Control>
      <Accordion.Panel>
        {isOpen && actors.map((actor) => <ActorLine key={actor.login} actor={actor} onChoose={onChoose} />)}
      </Accordion.Panel>
    </Accordion.Item>
  );
};

/** The actors of the demonstration by firm: two clicks, or a word to find one. */
export const ActorWall = ({
  actors,
  onChoose,
}: {
  actors: readonly Actor[];
  onChoose: Choose;
}): ReactElement => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [opened, setOpened] = useState<string | null>(null);
  const wordsOf = ({ zh, en, firm, enterprise, functions, roles }: Actor): string[] => [
    zh,
    en,
    firm,
    enterprise,
    ...functions.map((held) => t(`functions.${held}`)),
    ...roles.map((role) => t(`roles.${role}`)),
  ];
  const found = actors.filter((actor) => isFound(typed, wordsOf(actor)));
  return (
    <Stack>
      <TextInput
        aria-label={t('wall.search')}
        placeholder={t('wall.search')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {found.length === 0 && <Text c="dimmed">{t('wall.nobody')}</Text>}
      {typed === '' ? (
        <Accordion variant="separated" value={opened} onChange={setOpened}>
          {actorsByFirm(actors).map((firm) => (
            <Firm key={firm.enterprise} firm={firm} isOpen={firm.enterprise === opened} onChoose={onChoose} />
          ))}
        </Accordion>
      ) : (
        found.map((actor) => <ActorLine key={actor.login} actor={actor} onChoose={onChoose} />)
      )}
    </Stack>
  );
};

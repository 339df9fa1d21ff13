import { Paper, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import './drill-band.css';
import { DRILL_COLOUR } from './theme.js';

interface Props {
  /** What belongs, or does not, to a recall drill. */
  readonly of: { readonly drill: boolean };
  /** What a holder is told who answers it. */
  readonly isAnswered?: boolean;
}

/** Stands across the top of every page of a recall drill, and on each sheet of its print; nothing where there is none. */
export const DrillBand = ({ of, isAnswered = false }: Props): ReactElement => {
  const { t } = useTranslation();
  if (!of.drill) return <></>;
  return (
    <Paper
      className="drill-band"
      bg={DRILL_COLOUR}
      c="white"
      p="sm"
      role="note"
      aria-label={t('drills.badge')}
    >
      <Text fw={600} size="lg">
        {t('drills.band')}
      </Text>
      <Text size="sm">{t(isAnswered ? 'drills.answer' : 'drills.about')}</Text>
      <div className="drill-mark" aria-hidden>
        {t('drills.mark')}
      </div>
    </Paper>
  );
};

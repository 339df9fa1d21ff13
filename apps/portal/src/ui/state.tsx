import { Badge } from '@mantine/core';
import type { ReactElement } from 'react';
import { useValueText } from './use-value-text.js';

const COLOURS: Readonly<Record<string, string>> = {
  teal: 'inForce released acceptable accepted received closed published pass clear done inRange returned lifted upheld executed approved excluded completed settled',
  red: 'expired rejected unacceptable refused breach fail lost missing revoked inScope critical disqualified open failed disputed',
  yellow:
    'quarantine pending unread partlyReceived partlyAccepted short provisional notProven signalled proposed superseded major offered delayed',
  blue: 'inProcess inTransit departed loaded shipped placed confirmed arrived investigating recalling sealed acknowledged running delivered triaged',
};

const colourOf = (value: string): string =>
  Object.entries(COLOURS).find(([, values]) => values.split(' ').includes(value))?.[0] ?? 'gray';

interface Props {
  readonly value: string;
  /** Words of its own, where the same state is called otherwise than elsewhere. */
  readonly text?: string;
}

/** A state as a badge, of one colour on every page. */
export const State = ({ value, text }: Props): ReactElement => {
  const textOf = useValueText();
  return (
    <Badge color={colourOf(value)} variant="light" miw="max-content">
      {text ?? textOf(value)}
    </Badge>
  );
};

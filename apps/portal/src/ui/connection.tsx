import { Alert, Text } from '@mantine/core';
import type { TroubleView } from '@yaosu/gateway/api/trouble';
import type { ReactElement } from 'react';
import { Moment } from './moment.js';

interface Props {
  /** Null: none is connected. */
  readonly name: string | null;
  /** Null while it answers. */
  readonly trouble: TroubleView | null;
  readonly texts: {
    readonly notConnected: string;
    readonly connected: (name: string) => string;
    readonly away: (problem: string) => string;
  };
}

/** A system outside that something is sent to, and whether it answers. */
export const Connection = ({ name, trouble, texts }: Props): ReactElement => {
  if (name === null) return <Alert color="gray">{texts.notConnected}</Alert>;
  if (trouble === null) return <Text size="sm">{texts.connected(name)}</Text>;
  return (
    <Alert color="yellow">
      {texts.away(trouble.problem)} <Moment at={trouble.nextAt} />
    </Alert>
  );
};

import type { IdentifierView } from '@yaosu/gateway/api/identifiers';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.js';
import { SendAgain } from '../../ui/send-again.js';

/** One that was gone here is gone altogether once the node knows. */
const isAnswered = async (handle: string): Promise<boolean> => {
  const { identifiers } = await api.read('identifiers', {}, { contains: handle, sync: 'waiting' });
  return identifiers.every((each) => each.handle !== handle);
};

/** Has a refused identifier sent once more. */
export const SendIdentifierAgain = ({ handle }: Pick<IdentifierView, 'handle'>): ReactElement => {
  const { t } = useTranslation();
  return (
    <SendAgain
      label={t('identifiers.again')}
      send={() => api.call('sendIdentifierAgain', { handle })}
      isAnswered={() => isAnswered(handle)}
    />
  );
};

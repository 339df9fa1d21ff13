import { Image, Modal } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly source: string;
  readonly alt: string;
  readonly onClose: () => void;
}

/** A photo as large as the screen allows, over the page. */
export const WholePhoto = ({ source, alt, onClose }: Props): ReactElement => {
  const { t } = useTranslation();
  return (
    <Modal
      opened
      onClose={onClose}
      size="auto"
      title={t('statements.photo')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Image src={source} alt={alt} fit="contain" mah="75vh" w="auto" maw="100%" />
    </Modal>
  );
};

import { Image, Modal, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

const THUMBNAIL_HEIGHT = 96;

/** A photo that was signed together with words: small, all of it at a click. */
export const EvidencePhoto = ({
  source,
  words,
}: {
  readonly source: string;
  readonly words: string | null;
}): ReactElement => {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure(false);
  const alt = words ?? t('statements.photo');
  return (
    <>
      <UnstyledButton onClick={open} title={t('statements.enlarge')} w="fit-content" mt={4}>
        <Image src={source} alt={alt} h={THUMBNAIL_HEIGHT} w="auto" maw="100%" radius="sm" />
      </UnstyledButton>
      <Modal
        opened={opened}
        onClose={close}
        size="auto"
        title={t('statements.photo')}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <Image src={source} alt={alt} fit="contain" mah="75vh" w="auto" maw="100%" />
      </Modal>
    </>
  );
};

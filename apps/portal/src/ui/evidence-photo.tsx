import { Image, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

const WholePhoto = lazy(async () => ({ default: (await import('./whole-photo.js')).WholePhoto }));

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
      {opened && (
        <Suspense>
          <WholePhoto source={source} alt={alt} onClose={close} />
        </Suspense>
      )}
    </>
  );
};

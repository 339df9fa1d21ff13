import { Box } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';

interface Props {
  /** What is scrolled, in words. */
  readonly label: string;
  /** Pixels that are seen at once. */
  readonly most: number;
  readonly children: ReactNode;
}

/** A part that scrolls by itself, by key as well. */
export const Scrolled = ({ label, most, children }: Props): ReactElement => (
  <Box mah={most} style={{ overflow: 'auto' }} tabIndex={0} role="region" aria-label={label}>
    {children}
  </Box>
);

import { Code, CopyButton, Tooltip, UnstyledButton } from '@mantine/core';
import type { ReactElement } from 'react';

const HEAD = 10;
const TAIL = 6;

/** A long id: its ends, all of it on hover, copied by a click. */
export const Hash = ({ value }: { readonly value: string }): ReactElement => (
  <CopyButton value={value}>
    {({ copied, copy }) => (
      <Tooltip label={copied ? '✓' : value} multiline maw={420} style={{ wordBreak: 'break-all' }}>
        <UnstyledButton onClick={copy} aria-label={value}>
          <Code style={{ whiteSpace: 'nowrap' }}>
            {value.length > HEAD + TAIL + 1 ? `${value.slice(0, HEAD)}…${value.slice(-TAIL)}` : value}
          </Code>
        </UnstyledButton>
      </Tooltip>
    )}
  </CopyButton>
);

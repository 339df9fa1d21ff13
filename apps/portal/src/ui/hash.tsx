import { Code, CopyButton, UnstyledButton } from '@mantine/core';
import type { ReactElement } from 'react';
import './hash.css';

const HEAD = 10;
const TAIL = 6;

/** A long id: its ends, all of it on hover and on paper, copied by a click. */
export const Hash = ({ value }: { readonly value: string }): ReactElement => {
  const shown = value.length > HEAD + TAIL + 1 ? `${value.slice(0, HEAD)}…${value.slice(-TAIL)}` : value;
  // Whoever speaks to the page names what is to be seen; whoever listens to it hears the whole id.
  const spoken = shown === value ? value : `${shown}: ${value}`;
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <UnstyledButton className="on-paper" onClick={copy} aria-label={spoken} title={value}>
          <Code className="hash" data-value={value}>
            {shown}
          </Code>
          {copied && ' ✓'}
        </UnstyledButton>
      )}
    </CopyButton>
  );
};

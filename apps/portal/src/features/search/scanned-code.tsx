import { Alert, Code, Stack, Text } from '@mantine/core';
import { CODE_WORDS, SCAN_WORDS } from '@yaosu/gateway/api/scan-words';
import type { ReadAnswer } from '@yaosu/gateway/api/reads';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '../../lib/language.js';

type FoundCode = NonNullable<ReadAnswer<'search'>['code']>;

const has = <T extends object>(table: T, name: string): name is Extract<keyof T, string> =>
  Object.hasOwn(table, name);

/** What the text is as a code, its parts, and what is wrong with it. */
export const ScannedCode = ({ code }: { readonly code: FoundCode }): ReactElement => {
  const { i18n } = useTranslation();
  const language = LANGUAGES.find((each) => each === i18n.language) ?? 'en';
  const { what, elements, problems } = code;
  return (
    <Alert
      color={problems.length === 0 ? 'gray' : 'orange'}
      title={has(CODE_WORDS, what) ? CODE_WORDS[what][language] : what}
    >
      <Stack gap={4}>
        <Code style={{ overflowWrap: 'anywhere' }}>
          {elements.map(({ ai, value }) => `(${ai})${value}`).join(' ')}
        </Code>
        {problems.map((problem) => (
          <Text key={problem} size="sm">
            {has(SCAN_WORDS, problem) ? SCAN_WORDS[problem][language] : problem}
          </Text>
        ))}
      </Stack>
    </Alert>
  );
};

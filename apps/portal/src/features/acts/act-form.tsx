import { Alert, Button, Group as Row, Stack, Text } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../ui/use-error-text.js';
import { withPart, type Draft } from './draft.js';
import type { Group } from './field-model.js';
import { FormContext } from './form-context.js';
import { GroupFields } from './model-input.js';
import { FormWrong } from './use-prepare-act.js';

interface Props {
  readonly form: Group;
  readonly initial: Draft;
  readonly fixed: ReadonlySet<string>;
  readonly batch: string | undefined;
  readonly preparing: boolean;
  readonly error: unknown;
  readonly onSubmit: (draft: Draft) => void;
}

/** The form of an act; it is checked by the schema that peers use. */
export const ActForm = ({ form, initial, fixed, batch, preparing, error, onSubmit }: Props): ReactElement => {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const [draft, setDraft] = useState(initial);
  const wrong = error instanceof FormWrong ? error.paths : new Set<string>();
  return (
    <FormContext
      value={{
        draft,
        change: (path, value) => setDraft((before) => withPart(before, path, value)),
        wrong,
        fixed,
        batch,
      }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit(draft);
        }}
      >
        <Stack>
          <GroupFields model={form} path={[]} />
          {wrong.size > 0 && (
            <Alert color="red">
              <Text size="sm">{t('act.wrong')}</Text>
            </Alert>
          )}
          {error !== null && wrong.size === 0 && <Alert color="red">{errorText(error)}</Alert>}
          <Row>
            <Button type="submit" loading={preparing}>
              {t('batches.next')}
            </Button>
          </Row>
        </Stack>
      </form>
    </FormContext>
  );
};

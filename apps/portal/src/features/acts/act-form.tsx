import { Alert, Button, Group as Row, Stack, Text, Textarea } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../ui/use-error-text.js';
import { withPart, type Draft } from '../../lib/act-form/draft.js';
import type { Group } from '../../lib/act-form/field-model.js';
import { FormContext, type About } from './form-context.js';
import { GroupFields } from './model-input.js';
import { FormWrong, SignersWrong } from './use-prepare-act.js';

interface Props {
  readonly form: Group;
  readonly initial: Draft;
  readonly fixed: ReadonlySet<string>;
  readonly about: About;
  readonly preparing: boolean;
  readonly error: unknown;
  /** Others sign as well, so that their cards are asked for. */
  readonly coSigned: boolean;
  readonly cards: string;
  readonly onSubmit: (draft: Draft, cards: string) => void;
}

/** The form of an act; it is checked by the schema that peers use. */
export const ActForm = (props: Props): ReactElement => {
  const { form, initial, fixed, about, preparing, error, coSigned, onSubmit } = props;
  const { t } = useTranslation();
  const errorText = useErrorText();
  const [draft, setDraft] = useState(initial);
  const [cards, setCards] = useState(props.cards);
  const wrong = error instanceof FormWrong ? error.paths : new Set<string>();
  const isRefused = error !== null && wrong.size === 0 && !(error instanceof SignersWrong);
  return (
    <FormContext
      value={{
        draft,
        change: (path, value) => setDraft((before) => withPart(before, path, value)),
        wrong,
        fixed,
        about,
      }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit(draft, cards);
        }}
      >
        <Stack>
          <GroupFields model={form} path={[]} />
          {coSigned && (
            <Textarea
              label={t('coSign.others')}
              description={t('coSign.othersHint')}
              autosize
              minRows={2}
              error={error instanceof SignersWrong && t('coSign.wrong')}
              value={cards}
              onChange={(event) => setCards(event.currentTarget.value)}
            />
          )}
          {wrong.size > 0 && (
            <Alert color="red">
              <Text size="sm">{t('act.wrong')}</Text>
            </Alert>
          )}
          {isRefused && <Alert color="red">{errorText(error)}</Alert>}
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

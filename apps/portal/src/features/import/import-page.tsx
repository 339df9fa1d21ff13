import { Alert, NativeSelect, Stack, Text } from '@mantine/core';
import { useEffect, useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useSignedIn, type Session } from '../../lib/session.js';
import { useSetFilters } from '../../lib/use-filters.js';
import { PageHead } from '../../ui/page-head.js';
import { useActName } from '../../ui/use-act-name.js';
import { KeptImports } from './kept-imports.js';
import { subjectsOf } from './offered-subjects.js';
import { Preview } from './preview.js';
import { Review } from './review.js';
import { SubjectColumns } from './subject-columns.js';
import { nameOf, type SubjectHead } from './subject.js';
import { NOTHING_BROUGHT, TableInput, type Brought } from './table-input.js';
import { useCheck } from './use-check.js';
import { usePrepareRows } from './use-prepare-rows.js';

interface BringProps {
  readonly session: Session;
  readonly subject: SubjectHead;
  readonly brought: Brought;
  readonly onBring: (brought: Brought) => void;
  /** Stands above as long as nothing is reviewed. */
  readonly children: ReactNode;
}

/** Table → what is wrong in it → what is signed. */
const BringIn = ({ session, subject, brought, onBring, children }: BringProps): ReactElement => {
  const check = useCheck(session, subject);
  const prepare = usePrepareRows(session, subject);
  const { reset: forgetCheck } = check;
  const { reset: forgetRows } = prepare;
  const name = nameOf(subject.act);
  // Not by a key: the fields would be made anew under the hands of who types.
  useEffect(() => {
    forgetCheck();
    forgetRows();
  }, [name, forgetCheck, forgetRows]);
  if (prepare.data !== undefined && check.data !== undefined) {
    const { file } = check.data;
    const { data: prepared } = prepare;
    return <Review {...{ session, subject, file, prepared }} onBack={() => prepare.reset()} />;
  }
  return (
    <>
      {children}
      <TableInput
        {...{ subject, brought, onBring }}
        checking={check.isPending}
        error={check.error}
        onCheck={(source) => {
          prepare.reset();
          check.mutate(source);
        }}
      />
      {check.data !== undefined && (
        <Preview
          subject={subject}
          checked={check.data}
          preparing={prepare.isPending}
          error={prepare.error}
          onReview={(good) => prepare.mutate(good)}
        />
      )}
      <SubjectColumns subject={subject} />
    </>
  );
};

/** Brings in tables: each good row becomes a command of who is signed in. */
export const ImportPage = (): ReactElement => {
  const { t } = useTranslation();
  const actName = useActName();
  const session = useSignedIn();
  const [search] = useSearchParams();
  const set = useSetFilters();
  // Outlives the choice of what it is: a table may be there before that is said.
  const [brought, setBrought] = useState(NOTHING_BROUGHT);
  const subjects = subjectsOf(session);
  const subject = subjects.find(({ act }) => nameOf(act) === search.get('act')) ?? subjects[0];
  return (
    <Stack maw={1000}>
      <PageHead title={t('import.title')} />
      <Text size="sm" c="dimmed">
        {t('import.about')}
      </Text>
      {subject === undefined ? (
        <Alert color="yellow">{t('import.nothing')}</Alert>
      ) : (
        <BringIn {...{ session, subject, brought }} onBring={setBrought}>
          <KeptImports session={session} />
          <NativeSelect
            label={t('import.what')}
            data={subjects.map(({ act }) => ({ value: nameOf(act), label: actName(act.contract, act.name) }))}
            value={nameOf(subject.act)}
            onChange={(event) => set({ act: event.currentTarget.value })}
          />
        </BringIn>
      )}
    </Stack>
  );
};

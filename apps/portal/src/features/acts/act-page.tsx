import { Alert, Stack, Text } from '@mantine/core';
import { HEADS } from '@yaosu/chaincode/model/act-heads.computed';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { FORMED_ACTS, type FormedAct } from '../../lib/act-form/act-forms.computed.js';
import { isCoSigned } from '../../lib/is-co-signed.js';
import { useRecord } from '../../lib/records.js';
import { parseActLink, type ReadActLink } from '../../lib/read-act-link.js';
import { mayAct, mayCoSign } from '../../lib/may-act.js';
import { useSignedIn, type Session } from '../../lib/session.js';
import { DrillBand } from '../../ui/drill-band.js';
import { Loaded } from '../../ui/loaded.js';
import { PageHead } from '../../ui/page-head.js';
import { SignCommand } from '../../ui/sign-command.js';
import { useActName } from '../../ui/use-act-name.js';
import { useSayDone } from '../../ui/use-say-done.js';
import { ActForm } from './act-form.js';
import { startDraft, type Draft } from '../../lib/act-form/draft.js';
import { PayloadSummary } from './payload-summary.js';
import { usePrepareAct } from './use-prepare-act.js';

const OWN_FIELDS = ['buyer', 'holder', 'consignor', 'generator'];

/** What is known before anybody types: the link's values, and the signer's own enterprise where it can only be that. */
const prefillOf = ({ form }: FormedAct, link: ReadActLink, enterprise: string): Record<string, unknown> => {
  const own = form.fields.filter(([name]) => OWN_FIELDS.includes(name));
  return { ...Object.fromEntries(own.map(([name]) => [name, enterprise])), ...link.fixed, ...link.start };
};

/** Subjects of acts that may be a drill. */
const DRILLED = ['inv', 'rec'] as const;

interface Drilled {
  readonly type: (typeof DRILLED)[number];
  readonly id: string;
  readonly isAnswered: boolean;
}

const DrillOfRecord = ({ type, id, isAnswered }: Drilled): ReactElement => (
  <Loaded query={useRecord<'inv' | 'rec'>(type, id)}>
    {({ value }) => <DrillBand of={value} isAnswered={isAnswered} />}
  </Loaded>
);

const SignAct = ({ act, link }: { readonly act: FormedAct; readonly link: ReadActLink }): ReactElement => {
  const nameOf = useActName();
  const navigate = useNavigate();
  const sayDone = useSayDone();
  const session = useSignedIn();
  const { form } = act;
  const prefill = prefillOf(act, link, session.enterprise);
  const [draft, setDraft] = useState<Draft>(() => startDraft(form, prefill));
  const [cards, setCards] = useState('');
  const prepare = usePrepareAct(session, act, link.seen);
  const title = nameOf(act.contract, act.name);
  const fixed = new Set([...Object.keys(link.fixed), ...OWN_FIELDS]);
  const batch = link.fixed['batch'];
  if (prepare.data === undefined) {
    return (
      <ActForm
        form={form}
        initial={draft}
        fixed={fixed}
        about={{
          batch: typeof batch === 'string' ? batch : undefined,
          sites: link.sites,
          batches: link.batches,
        }}
        preparing={prepare.isPending}
        error={prepare.error}
        coSigned={isCoSigned(act)}
        cards={cards}
        onSubmit={(filled, others) => {
          setDraft(filled);
          setCards(others);
          prepare.mutate({ draft: filled, cards: others });
        }}
      />
    );
  }
  return (
    <SignCommand
      command={prepare.data}
      signingKey={session.key}
      summary={<PayloadSummary form={form} payload={prepare.data.payload} draft={draft} title={title} />}
      onBack={() => prepare.reset()}
      onDone={(submitted) => {
        sayDone(submitted);
        void navigate(link.back);
      }}
    />
  );
};

const isAnswerToRecall = ({ contract, name }: FormedAct): boolean =>
  contract === HEADS.Recall.respond.contract && name === HEADS.Recall.respond.name;

/** Of an act on a recall drill its form says so: the record that the act is about does. */
const DrillOfAct = ({ act, link }: { readonly act: FormedAct; readonly link: ReadActLink }): ReactElement => {
  const investigation = link.fixed['investigation'];
  const subject = DRILLED.find((type) => type === act.subject);
  if (subject === undefined || act.isCreating || typeof investigation !== 'string') return <></>;
  return <DrillOfRecord type={subject} id={investigation} isAnswered={isAnswerToRecall(act)} />;
};

const maySign = (session: Session, act: FormedAct): boolean =>
  mayAct(session, act) || (isCoSigned(act) && mayCoSign(session, act));

/** One act: its form, then exactly what is signed, then back to the record that it was about. */
export const ActPage = (): ReactElement => {
  const { t, i18n } = useTranslation();
  const nameOf = useActName();
  const session = useSignedIn();
  const { contract = '', act: name = '' } = useParams();
  const [search] = useSearchParams();
  const act = FORMED_ACTS.find((each) => each.contract === contract && each.name === name);
  const link = parseActLink(search);
  if (act === undefined || link === undefined || !maySign(session, act)) {
    return <Alert color="yellow">{t('act.notYours')}</Alert>;
  }
  return (
    <Stack maw={900}>
      <DrillOfAct act={act} link={link} />
      <PageHead title={nameOf(contract, name)} />
      {i18n.language === 'en' && (
        <Text size="sm" c="dimmed">
          {act.summary}
        </Text>
      )}
      <SignAct act={act} link={link} />
    </Stack>
  );
};

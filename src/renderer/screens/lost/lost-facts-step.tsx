import { Field, Input, makeStyles, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import type { LossReport, LostFacts, LostThing } from '../../../shared/model/loss.ts';
import { lossTexts, readableText } from '../../../shared/text/index.ts';
import { lostTexts } from '../../../shared/text/screens/lost/index.ts';
import { useApi } from '../../api/index.ts';
import { Choices } from '../../components/choices/index.ts';
import { FailureMessage } from '../../components/feedback/index.ts';
import { Page, Section } from '../../components/page/index.ts';
import { QueryView } from '../../components/query/index.ts';
import { StepButtons } from '../../components/steps/index.ts';
import { useNames, useTexts, useVoice } from '../../language/index.ts';
import { useNow } from '../../time/index.ts';
import { Contents } from './contents.tsx';
import { fromLocalInput, toLocalInput } from './local-time.ts';
import { thingName } from './thing-name.ts';

const useStyles = makeStyles({ bar: { whiteSpace: 'normal' }, noticed: { maxWidth: '280px' } });

/** What is known, what a person adds, and who could read it; then it may be declared lost. */
export function LostFactsStep({ thing }: { thing: LostThing }): ReactNode {
  const texts = useTexts(lostTexts);
  const query = useQuery(useApi().destinations.lost.queryOptions({ input: thing }));
  const title = query.data ? texts.facts.title(thingName(query.data, texts)) : texts.title;
  return (
    <Page title={title} lead={texts.facts.lead}>
      <QueryView query={query} lines={8}>
        {(facts) => <Facts facts={facts} thing={thing} />}
      </QueryView>
    </Page>
  );
}

function Facts({ facts, thing }: { facts: LostFacts; thing: LostThing }): ReactNode {
  const styles = useStyles();
  const [, navigate] = useLocation();
  const texts = useTexts(lostTexts);
  const words = useTexts(lossTexts);
  const { language } = useVoice();
  const now = useNow();
  const [report, setReport] = useState<LossReport>({
    wasStolen: false,
    noticedAt: now.toISOString(),
    paperWithIt: false,
    pcDisk: 'unknown',
  });
  const declare = useMutation(
    useApi().destinations.declareLost.mutationOptions({ onSuccess: ({ id }) => navigate(`/lost/declared/${id}`, { replace: true }) }),
  );
  return (
    <>
      <Questions kind={facts.kind} report={report} onChange={setReport} />
      <Section title={words.contentsTitle}>
        <Contents facts={facts} />
      </Section>
      <Section title={words.encryptionTitle}>
        <MessageBar intent={report.paperWithIt || facts.kind === 'pc' ? 'warning' : 'info'} layout="multiline" className={styles.bar}>
          <MessageBarBody>{readableText(facts, report, language)}</MessageBarBody>
        </MessageBar>
      </Section>
      {facts.keysLeft.length > 0 && <KeysLeft facts={facts} />}
      <p>{facts.kind === 'pc' ? texts.declarePcMeans : texts.declareMeans(facts.name)}</p>
      <FailureMessage error={declare.error} />
      <StepButtons
        onBack={() => navigate('/lost')}
        onNext={() => declare.mutate({ thing, report })}
        next={texts.declare}
        isBusy={declare.isPending}
      />
    </>
  );
}

interface QuestionsProps {
  kind: LostFacts['kind'];
  report: LossReport;
  onChange: (report: LossReport) => void;
}

function Questions({ kind, report, onChange }: QuestionsProps): ReactNode {
  const styles = useStyles();
  const { facts: texts, paper, pcDisk } = useTexts(lostTexts);
  return (
    <>
      <Section title={texts.how}>
        <Choices
          label={texts.how}
          choices={[
            { value: 'lost', ...texts.lost },
            { value: 'stolen', ...texts.stolen },
          ]}
          value={report.wasStolen ? 'stolen' : 'lost'}
          onChoose={(how) => onChange({ ...report, wasStolen: how === 'stolen' })}
        />
        <Field label={texts.noticed} className={styles.noticed}>
          <Input
            type="datetime-local"
            value={toLocalInput(report.noticedAt)}
            onChange={(_, { value }) => onChange({ ...report, noticedAt: fromLocalInput(value) ?? report.noticedAt })}
          />
        </Field>
      </Section>
      {kind === 'pc' ? (
        <Section title={pcDisk.question}>
          <p>{pcDisk.hint}</p>
          <Choices
            label={pcDisk.question}
            choices={(['encrypted', 'not-encrypted', 'unknown'] as const).map((value) => ({ value, title: pcDisk.answers[value] }))}
            value={report.pcDisk}
            onChoose={(answer) => onChange({ ...report, pcDisk: answer })}
          />
        </Section>
      ) : undefined}
      <Section title={paper.question}>
        <Choices
          label={paper.question}
          choices={[
            { value: 'no', title: paper.no },
            { value: 'yes', title: paper.yes },
          ]}
          value={report.paperWithIt ? 'yes' : 'no'}
          onChoose={(answer) => onChange({ ...report, paperWithIt: answer === 'yes' })}
        />
      </Section>
    </>
  );
}

function KeysLeft({ facts }: { facts: LostFacts }): ReactNode {
  const { keysLeft, keyLeft } = useTexts(lostTexts);
  const { placeName } = useNames();
  return (
    <Section title={keysLeft}>
      <ul>
        {facts.keysLeft.map(({ destination, disk, state }) => (
          <li key={destination + (disk ?? '')}>{keyLeft[state](placeName(destination, disk) ?? destination)}</li>
        ))}
      </ul>
    </Section>
  );
}

import { Button } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Settings } from '../../../../shared/model/installation.ts';
import type { Person } from '../../../../shared/model/person.ts';
import { mailFormTexts, setupEndTexts } from '../../../../shared/text/index.ts';
import { useApi } from '../../../api/index.ts';
import { Notice } from '../../../components/feedback/index.ts';
import { MailForm } from '../../../components/mail-form/index.ts';
import { Section } from '../../../components/page/index.ts';
import { PeopleForm } from '../../../components/people-form/index.ts';
import { QueryView } from '../../../components/query/index.ts';
import { useTexts } from '../../../language/index.ts';
import { StepPage } from '../step-page.tsx';
import { useSetup } from '../use-setup.ts';

const ENOUGH = 2;

/** Step 6: who hears when something is wrong, and by which mail server. */
export function WhoStep(): ReactNode {
  const api = useApi();
  const people = useQuery(api.people.list.queryOptions());
  const settings = useQuery(api.settings.get.queryOptions());
  return (
    <QueryView query={people}>
      {(list) => <QueryView query={settings}>{(found) => <WhoForm people={list} settings={found.settings} />}</QueryView>}
    </QueryView>
  );
}

function WhoForm({ people, settings }: { people: readonly Person[]; settings: Settings }): ReactNode {
  const { who: texts } = useTexts(setupEndTexts);
  const { lead } = useTexts(mailFormTexts);
  const { state, change } = useSetup();
  const [isAsked, setAsked] = useState(false);
  const [isAccepted, accept] = useState(false);
  const hasMail = settings.mail !== undefined;
  const isEnough = people.filter(({ emailConfirmedAt, isNotified }) => emailConfirmedAt !== undefined && isNotified).length >= ENOUGH;
  const isReady = hasMail && isEnough;
  const next = async (): Promise<boolean> => {
    setAsked(true);
    return await Promise.resolve(isReady || isAccepted);
  };
  const anyway = <Button onClick={() => accept(true)}>{texts.anyway}</Button>;
  return (
    <StepPage
      step="who"
      title={texts.title}
      lead={texts.lead}
      onNext={next}
      caution={
        isAsked && !isReady && !isAccepted && <Notice intent="warning" {...(hasMail ? texts.tooFew : texts.noMail)} action={anyway} />
      }
    >
      <Section title={texts.mail}>
        <span>{lead}</span>
        <MailForm
          settings={settings}
          typed={state.draft.mail}
          onTyped={(mail) => change({ mail })}
          testTo={people.find(({ role }) => role === 'owner')?.email}
        />
      </Section>
      <Section title={texts.people}>
        <PeopleForm people={people} hasMail={hasMail} />
      </Section>
    </StepPage>
  );
}

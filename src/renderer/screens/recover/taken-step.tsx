import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { credentialsOf, partsOf, type Source } from '../../../shared/model/source.ts';
import { recoverTexts } from '../../../shared/text/screens/recover/index.ts';
import { useApi } from '../../api/index.ts';
import { Section } from '../../components/page/index.ts';
import { QueryView } from '../../components/query/index.ts';
import { StepButtons } from '../../components/steps/index.ts';
import { useTexts } from '../../language/index.ts';
import { Lines } from './lines.tsx';
import type { TakenOver } from './recovery.ts';
import { ServerPassword } from './server-password.tsx';
import { Step } from './step.tsx';

/** What is back already, what should be changed, and what the databases still need. */
export function TakenStep({ taken }: { taken: TakenOver }): ReactNode {
  const [, navigate] = useLocation();
  const { taken: texts } = useTexts(recoverTexts);
  const sources = useQuery(useApi().sources.list.queryOptions());
  return (
    <Step step="takeOver" title={texts.title} lead={texts.lead}>
      <p>{texts.retired(taken.retiredKeys)}</p>
      <Section title={texts.changeTitle}>
        {taken.credentialsToChange.length === 0 ? (
          <p>{texts.nothingToChange}</p>
        ) : (
          <>
            <p>{texts.changeLead}</p>
            <Lines lines={taken.credentialsToChange} />
          </>
        )}
      </Section>
      <QueryView query={sources} lines={3}>
        {(list) => <ServerPasswords sources={list} />}
      </QueryView>
      <StepButtons onNext={() => navigate('/recover/restore')} next={texts.next} />
    </Step>
  );
}

/** Nothing where no database is on a server. */
function ServerPasswords({ sources }: { sources: readonly Source[] }): ReactNode {
  const { taken: texts } = useTexts(recoverTexts);
  const servers = sources.flatMap((source) =>
    partsOf(source).flatMap((part) => (credentialsOf(part).length > 0 ? [{ source, part }] : [])),
  );
  if (servers.length === 0) return undefined;
  return (
    <Section title={texts.passwordsTitle}>
      <p>{texts.passwordsLead}</p>
      {servers.map(({ source, part }) => (
        <ServerPassword key={part.id} source={source} part={part} />
      ))}
    </Section>
  );
}

import { Button, Link } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import { recoverTexts } from '../../../shared/text/screens/recover/index.ts';
import { useApi, useSetupState } from '../../api/index.ts';
import { Choices } from '../../components/choices/index.ts';
import { EmptyState } from '../../components/feedback/index.ts';
import { Page, Section } from '../../components/page/index.ts';
import { QueryView } from '../../components/query/index.ts';
import { StepButtons } from '../../components/steps/index.ts';
import { useTexts } from '../../language/index.ts';
import { Lines } from './lines.tsx';
import { Step } from './step.tsx';

/** What this is, what it needs, and for a move what to do on the old computer first. */
export function StartStep(): ReactNode {
  const { start: texts } = useTexts(recoverTexts);
  const query = useQuery(useApi().recovery.state.queryOptions());
  return (
    <QueryView query={query}>
      {({ isPossible }) =>
        isPossible ? (
          <Begin />
        ) : (
          <Page title={texts.title}>
            <InUse />
          </Page>
        )
      }
    </QueryView>
  );
}

function InUse(): ReactNode {
  const [, navigate] = useLocation();
  const { inUse } = useTexts(recoverTexts).start;
  return (
    <EmptyState title={inUse.title} body={inUse.about} action={<Button onClick={() => navigate('/restore')}>{inUse.restore}</Button>} />
  );
}

function Begin(): ReactNode {
  const [, navigate] = useLocation();
  const { start: texts } = useTexts(recoverTexts);
  const [how, setHow] = useState<'dead' | 'move'>();
  const { data: setup } = useSetupState();
  return (
    <Step step="start" title={texts.title} lead={texts.lead}>
      <Choices
        label={texts.choose}
        choices={[
          { value: 'dead', ...texts.dead },
          { value: 'move', ...texts.move, more: <Lines lines={texts.moveSteps} isOrdered /> },
        ]}
        value={how}
        onChoose={setHow}
      />
      <Section title={texts.needs}>
        <Lines lines={texts.needsList} />
      </Section>
      {setup?.isFinished === false && (
        <Link href="#/setup" inline>
          {texts.setUp}
        </Link>
      )}
      <StepButtons onNext={() => navigate('/recover/from')} waitsFor={how === undefined ? texts.choose : undefined} />
    </Step>
  );
}

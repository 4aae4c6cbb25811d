import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { tierSchema } from '../../../shared/model/tier.ts';
import { momentWords, tierName } from '../../../shared/text/index.ts';
import { recoverTexts } from '../../../shared/text/screens/recover/index.ts';
import { useApi } from '../../api/index.ts';
import { NO_KEY } from '../../components/paper/index.ts';
import { Section } from '../../components/page/index.ts';
import { StepButtons } from '../../components/steps/index.ts';
import { DataTable } from '../../components/table/index.ts';
import { useTexts, useVoice } from '../../language/index.ts';
import { Lines } from './lines.tsx';
import type { FoundCopies } from './recovery.ts';
import { useRecovery } from './recovery-context.ts';
import { Step } from './step.tsx';
import { RecoverTroubleMessage } from './trouble.tsx';

/** Whose copies they are and how new, and what taking over means. */
export function FoundStep({ found }: { found: FoundCopies }): ReactNode {
  const [, navigate] = useLocation();
  const { found: texts } = useTexts(recoverTexts);
  const { language, timeZone } = useVoice();
  const { recovery, say } = useRecovery();
  const queries = useQueryClient();
  const takeOver = useMutation(
    useApi().recovery.takeOver.mutationOptions({
      onSuccess: (taken) => {
        // Nothing of what the page knew before is true any more; from here on this PC has a key of its own.
        void queries.invalidateQueries();
        say({ taken, key: NO_KEY, code: '', request: undefined });
        navigate('/recover/taken', { replace: true });
      },
    }),
  );
  const when = (at: string): string => momentWords(at, language, timeZone);
  return (
    <Step step="found" title={texts.title(found.pharmacy ?? texts.unnamed)} lead={texts.lead(when(found.sealedAt))}>
      <DataTable
        caption={texts.table}
        rows={found.sources}
        keyOf={({ id }) => id}
        columns={[
          { id: 'source', title: texts.source, isRowHeader: true, cell: ({ name }) => name },
          { id: 'tier', title: texts.tier, cell: ({ tier }) => tierWords(tier, language) },
          { id: 'newest', title: texts.newest, cell: ({ newest }) => (newest === undefined ? texts.none : when(newest)) },
        ]}
      />
      <Section title={texts.meansTitle}>
        <Lines lines={texts.means} />
      </Section>
      <RecoverTroubleMessage error={takeOver.error} />
      <StepButtons
        onBack={() => navigate('/recover/key')}
        onNext={() => recovery.request && takeOver.mutate(recovery.request)}
        next={texts.takeOver}
        waitsFor={takeOver.isPending ? texts.taking : undefined}
        isBusy={takeOver.isPending}
      />
    </Step>
  );
}

function tierWords(tier: string, language: 'en' | 'es'): string {
  const read = tierSchema.safeParse(tier);
  return read.success ? tierName(read.data, language) : tier;
}

import { Button, Spinner } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Source } from '../../../../shared/model/source.ts';
import { setupWhatTexts } from '../../../../shared/text/index.ts';
import { useApi } from '../../../api/index.ts';
import { EmptyState, FailureMessage, Notice } from '../../../components/feedback/index.ts';
import { ChoiceCards, useFormStyles } from '../../../components/form/index.ts';
import { Section } from '../../../components/page/index.ts';
import { QueryView } from '../../../components/query/index.ts';
import { useTexts } from '../../../language/index.ts';
import { StepPage } from '../step-page.tsx';
import { useSetup } from '../use-setup.ts';
import { AddingDialog, type Adding, addingOf, DATABASES } from './adding-dialog.tsx';
import { ForgottenList } from './forgotten-list.tsx';
import { changesOf, keptOf, type SourceLine } from './lines-of.ts';
import { SourceTable } from './source-table.tsx';
import { useSourceLines } from './use-source-lines.ts';

const RUNS_ON = ['this-pc', 'other-pc', 'vendor-cloud'] as const;

/** Step 3: what to protect, found and added, each tried. */
export function WhatStep(): ReactNode {
  const query = useQuery(useApi().sources.list.queryOptions());
  return <QueryView query={query}>{(stored) => <WhatForm stored={stored} />}</QueryView>;
}

function WhatForm({ stored }: { stored: readonly Source[] }): ReactNode {
  const texts = useTexts(setupWhatTexts);
  const styles = useFormStyles();
  const sourceLines = useSourceLines(stored);
  const { lines, isLooking, error, lookAgain, change } = sourceLines;
  const { state } = useSetup();
  const [adding, setAdding] = useState<Adding | undefined>(() => addingOf(state.draft.openSource));
  const [isEmpty, setEmpty] = useState(false);
  const store = useStoreLines(lines, stored);
  const next = async (): Promise<boolean> => {
    const isAnything = lines.some(({ isChosen }) => isChosen);
    setEmpty(!isAnything);
    if (isAnything) await store();
    return isAnything;
  };
  return (
    <StepPage step="what" title={texts.title} lead={texts.lead} onNext={next} caution={<Caution lines={lines} isEmpty={isEmpty} />}>
      <ServerQuestion />
      <Section title={texts.found} actions={<Button onClick={lookAgain}>{texts.lookAgain}</Button>}>
        {isLooking && <Spinner size="tiny" labelPosition="after" label={texts.looking} />}
        <FailureMessage error={error} />
        {lines.length > 0 && (
          <SourceTable
            lines={lines}
            onChange={change}
            onEdit={({ source, isStored }) => setAdding({ source, isStored, kinds: [source.kind] })}
          />
        )}
        {lines.length === 0 && !isLooking && <EmptyState {...texts.nothingFound} />}
        <div className={styles.buttons}>
          <Button icon={<AddRegular />} onClick={() => setAdding({ kinds: ['folder', 'vendor-file'] })}>
            {texts.addFolder}
          </Button>
          <Button icon={<AddRegular />} onClick={() => setAdding({ kinds: DATABASES })}>
            {texts.addDatabase}
          </Button>
          {stored.filter(({ kind }) => kind !== 'group').length > 1 && (
            <Button icon={<AddRegular />} onClick={() => setAdding({ kinds: ['group'] })}>
              {texts.addGroup}
            </Button>
          )}
        </div>
      </Section>
      <ForgottenList stored={stored} onAdd={(what) => setAdding({ kinds: ['folder'], what })} />
      {adding !== undefined && <AddingDialog adding={adding} stored={stored} onChange={change} onClosed={() => setAdding(undefined)} />}
    </StepPage>
  );
}

/** Stores exactly the chosen lines. */
function useStoreLines(lines: readonly SourceLine[], stored: readonly Source[]): () => Promise<void> {
  const api = useApi();
  const queries = useQueryClient();
  const { change } = useSetup();
  return async () => {
    change({ sources: keptOf(lines) });
    const { put, remove } = changesOf(lines, stored);
    for (const source of put) await api.sources.put.call({ source });
    for (const id of remove) await api.sources.remove.call({ id });
    await queries.invalidateQueries({ queryKey: api.sources.key() });
  };
}

function ServerQuestion(): ReactNode {
  const texts = useTexts(setupWhatTexts);
  const { state, change } = useSetup();
  return (
    <ChoiceCards
      label={texts.server}
      hint={texts.serverHint}
      choices={RUNS_ON.map((value) => ({ value, label: texts.serverChoices[value].name, about: texts.serverChoices[value].about }))}
      value={state.draft.serverRunsOn}
      onChange={(serverRunsOn) => change({ serverRunsOn })}
    />
  );
}

function Caution({ lines, isEmpty }: { lines: readonly SourceLine[]; isEmpty: boolean }): ReactNode {
  const texts = useTexts(setupWhatTexts);
  const chosen = lines.filter(({ isChosen }) => isChosen);
  if (isEmpty && chosen.length === 0) return <Notice intent="error" {...texts.nothingChosen} />;
  if (chosen.length > 0 && !chosen.some(({ source }) => source.tier === 'critical'))
    return <Notice intent="warning" {...texts.noCritical} />;
  return undefined;
}

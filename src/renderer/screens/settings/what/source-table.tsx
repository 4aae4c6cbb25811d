import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Source } from '../../../../shared/model/source.ts';
import { sourceFormTexts, tierName } from '../../../../shared/text/index.ts';
import { settingsTexts } from '../../../../shared/text/screens/settings/index.ts';
import { useApi } from '../../../api/index.ts';
import { ConfirmButton } from '../../../components/dialog/index.ts';
import { FailureMessage } from '../../../components/feedback/index.ts';
import { TestResult } from '../../../components/source-form/index.ts';
import { DataTable } from '../../../components/table/index.ts';
import { useTexts, useVoice } from '../../../language/index.ts';

const useStyles = makeStyles({
  actions: {
    display: 'flex',
    flexDirection: 'column',
    minWidth: '220px',
    // Nothing was tried yet: what would be told takes no room.
    '& > :not(:first-child):not(:empty)': { marginTop: tokens.spacingVerticalS },
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
});

interface SourceTableProps {
  sources: readonly Source[];
  onEdit: (source: Source) => void;
}

/** What is protected: how it is captured, and what can be done with it. */
export function SourceTable({ sources, onEdit }: SourceTableProps): ReactNode {
  const { what: texts } = useTexts(settingsTexts);
  const { capture } = useTexts(sourceFormTexts);
  const { language } = useVoice();
  return (
    <DataTable
      caption={texts.list}
      rows={sources}
      keyOf={({ id }) => id}
      columns={[
        { id: 'name', title: texts.name, isRowHeader: true, cell: ({ name }) => name },
        { id: 'tier', title: texts.tier, cell: ({ tier }) => tierName(tier, language) },
        { id: 'how', title: texts.how, cell: ({ kind }) => capture[kind] },
        { id: 'actions', title: texts.actions, cell: (source) => <SourceActions source={source} onEdit={onEdit} /> },
      ]}
    />
  );
}

function SourceActions({ source, onEdit }: { source: Source; onEdit: (source: Source) => void }): ReactNode {
  const { what: texts } = useTexts(settingsTexts);
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const test = useMutation(api.sources.test.mutationOptions());
  return (
    <div className={styles.actions}>
      <div className={styles.buttons}>
        <Button
          size="small"
          aria-label={texts.testNamed(source.name)}
          disabledFocusable={test.isPending}
          onClick={() => test.mutate({ source })}
        >
          {texts.test}
        </Button>
        <Button size="small" aria-label={texts.editNamed(source.name)} onClick={() => onEdit(source)}>
          {texts.edit}
        </Button>
        <ConfirmButton
          size="small"
          appearance="subtle"
          label={texts.remove}
          name={texts.removeNamed(source.name)}
          {...texts.confirmRemove(source.name, source.kind === 'group' ? source.members.map(({ name }) => name) : [])}
          onConfirm={async () => await api.sources.remove.call({ id: source.id })}
          onDone={() => void queries.invalidateQueries({ queryKey: api.sources.key() })}
        />
      </div>
      <output>{test.isPending && <Spinner size="extra-tiny" labelPosition="after" label={texts.testing} />}</output>
      {test.data !== undefined && <TestResult found={test.data} name={source.name} />}
      <FailureMessage error={test.error} />
    </div>
  );
}

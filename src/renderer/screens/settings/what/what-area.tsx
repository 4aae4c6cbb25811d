import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Source, SourceKindName } from '../../../../shared/model/source.ts';
import { settingsTexts } from '../../../../shared/text/screens/settings/index.ts';
import { useApi } from '../../../api/index.ts';
import { EmptyState } from '../../../components/feedback/index.ts';
import { useFormStyles } from '../../../components/form/index.ts';
import { Section } from '../../../components/page/index.ts';
import { QueryView } from '../../../components/query/index.ts';
import { SourceDialog } from '../../../components/source-form/index.ts';
import { useTexts } from '../../../language/index.ts';
import { SourceTable } from './source-table.tsx';

const FILES: readonly SourceKindName[] = ['folder', 'vendor-file'];
const DATABASES: readonly SourceKindName[] = ['sqlserver', 'postgresql', 'mariadb', 'sqlite'];

/** What the open form is about. */
interface Editing {
  kinds: readonly SourceKindName[];
  source?: Source;
}

/** Everything that is protected, and adding to it. */
export function WhatArea(): ReactNode {
  const query = useQuery(useApi().sources.list.queryOptions());
  return (
    <QueryView query={query} lines={6}>
      {(sources) => <Sources sources={sources} />}
    </QueryView>
  );
}

function Sources({ sources }: { sources: readonly Source[] }): ReactNode {
  const { what: texts } = useTexts(settingsTexts);
  const styles = useFormStyles();
  const [editing, setEditing] = useState<Editing>();
  return (
    <Section title={texts.list}>
      {sources.length === 0 ? (
        <EmptyState {...texts.empty} />
      ) : (
        <SourceTable sources={sources} onEdit={(source) => setEditing({ source, kinds: [source.kind] })} />
      )}
      <div className={styles.buttons}>
        <Button icon={<AddRegular />} onClick={() => setEditing({ kinds: FILES })}>
          {texts.addFolder}
        </Button>
        <Button icon={<AddRegular />} onClick={() => setEditing({ kinds: DATABASES })}>
          {texts.addDatabase}
        </Button>
        {sources.filter(({ kind }) => kind !== 'group').length > 1 && (
          <Button icon={<AddRegular />} onClick={() => setEditing({ kinds: ['group'] })}>
            {texts.addGroup}
          </Button>
        )}
      </div>
      {editing !== undefined && (
        <SourceDialog
          source={editing.source}
          isStored={editing.source !== undefined}
          sources={sources}
          kinds={editing.kinds}
          onClosed={() => setEditing(undefined)}
        />
      )}
    </Section>
  );
}

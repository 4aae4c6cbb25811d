import type { ReactNode } from 'react';
import type { WrittenSource } from '../../../../shared/model/open-forms.ts';
import type { SetupDraft } from '../../../../shared/model/setup-progress.ts';
import type { Source, SourceKindName } from '../../../../shared/model/source.ts';
import { FORGOTTEN, type Forgotten, setupWhatTexts } from '../../../../shared/text/index.ts';
import { SourceDialog } from '../../../components/source-form/index.ts';
import { useTexts } from '../../../language/index.ts';
import { useSetup } from '../use-setup.ts';
import type { SourceLines } from './use-source-lines.ts';

export const DATABASES: readonly SourceKindName[] = ['sqlserver', 'postgresql', 'mariadb', 'sqlite'];

/** What the open form is about. */
export interface Adding {
  kinds: readonly SourceKindName[];
  source?: Source;
  isStored?: boolean;
  /** One of the things that are often forgotten. */
  what?: Forgotten;
  /** What stood in the form when the window was closed. */
  before?: WrittenSource;
}

export interface AddingDialogProps {
  adding: Adding;
  stored: readonly Source[];
  onChange: SourceLines['change'];
  onClosed: () => void;
}

/** The form of something to protect. What is saved in it is chosen. */
export function AddingDialog({ adding, stored, onChange, onClosed }: AddingDialogProps): ReactNode {
  const { items } = useTexts(setupWhatTexts);
  const { state, change } = useSetup();
  const { kinds, source, isStored = false, what, before } = adding;
  const suggestion: Source | undefined = what && {
    kind: 'folder',
    id: what,
    name: items[what].name,
    tier: 'important',
    paths: [''],
    exclude: [],
    runsOn: 'this-pc',
    controlledSubstances: false,
    movesDaily: false,
  };
  return (
    <SourceDialog
      source={source ?? suggestion}
      isStored={isStored}
      sources={stored}
      kinds={kinds}
      runsOn={state.draft.serverRunsOn}
      before={before}
      onTyped={(typed) => change({ openSource: openSourceOf(adding, typed) })}
      onClosed={() => {
        change({ openSource: undefined });
        onClosed();
      }}
      onSaved={(saved) => onChange(saved.id, { source: saved, isChosen: true })}
    />
  );
}

/** The form that was open when the window was closed; undefined: none was. */
export function addingOf(open: SetupDraft['openSource']): Adding | undefined {
  if (open === undefined) return undefined;
  const { kinds, source, isStored = false, what, typed } = open;
  const forgotten = FORGOTTEN.find((one) => one === what);
  return { kinds, isStored, before: typed, ...(source !== undefined && { source }), ...(forgotten !== undefined && { what: forgotten }) };
}

function openSourceOf({ before: _before, kinds, ...about }: Adding, typed: WrittenSource): SetupDraft['openSource'] {
  return { ...about, kinds: [...kinds], typed };
}

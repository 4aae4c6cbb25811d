import type { ReactNode } from 'react';
import type { Source, SourceKindName } from '../../../../shared/model/source.ts';
import { type Forgotten, setupWhatTexts } from '../../../../shared/text/index.ts';
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
}

export interface AddingDialogProps {
  adding: Adding;
  stored: readonly Source[];
  onChange: SourceLines['change'];
  onClose: () => void;
}

/** The form of something to protect. What is saved in it is chosen. */
export function AddingDialog({
  adding: { kinds, source, isStored = false, what },
  stored,
  onChange,
  onClose,
}: AddingDialogProps): ReactNode {
  const { items } = useTexts(setupWhatTexts);
  const { state } = useSetup();
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
      onCancel={onClose}
      onSaved={(saved) => {
        onChange(saved.id, { source: saved, isChosen: true });
        onClose();
      }}
    />
  );
}

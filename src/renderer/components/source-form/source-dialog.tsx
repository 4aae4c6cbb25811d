import type { ReactNode } from 'react';
import { sourceFormTexts } from '../../../shared/text/index.ts';
import { useTexts } from '../../language/index.ts';
import { ModalDialog } from '../dialog/index.ts';
import { SourceForm, type SourceFormProps } from './source-form.tsx';

export interface SourceDialogProps extends SourceFormProps {
  /** It is gone: saved or not. */
  onClosed: () => void;
}

/** The form in a window of its own, over the list it belongs to. */
export function SourceDialog({ onClosed, ...form }: SourceDialogProps): ReactNode {
  const { title } = useTexts(sourceFormTexts);
  const { source, isStored } = form;
  return (
    <ModalDialog title={source === undefined || isStored !== true ? title.add : title.change(source.name)} onClosed={onClosed}>
      <SourceForm {...form} />
    </ModalDialog>
  );
}

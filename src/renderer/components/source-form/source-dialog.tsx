import { Dialog, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useReturnFocus } from '../form/index.ts';
import { sourceFormTexts } from '../../../shared/text/index.ts';
import { useTexts } from '../../language/index.ts';
import { SourceForm, type SourceFormProps } from './source-form.tsx';

/** The form in a window of its own, over the list it belongs to. */
export function SourceDialog(props: SourceFormProps): ReactNode {
  useReturnFocus();
  const { title } = useTexts(sourceFormTexts);
  const { source, isStored, onCancel } = props;
  return (
    <Dialog open onOpenChange={(_event, data) => !data.open && onCancel()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{source === undefined || isStored !== true ? title.add : title.change(source.name)}</DialogTitle>
          <DialogContent>
            <SourceForm {...props} />
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

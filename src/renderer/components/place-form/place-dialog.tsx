import { Dialog, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useReturnFocus } from '../form/index.ts';
import { placeFormTexts } from '../../../shared/text/index.ts';
import { useTexts } from '../../language/index.ts';
import { PlaceForm, type PlaceFormProps } from './place-form.tsx';

/** The form in a window of its own, over the list it belongs to. */
export function PlaceDialog(props: PlaceFormProps): ReactNode {
  useReturnFocus();
  const { title } = useTexts(placeFormTexts);
  const { place, onCancel } = props;
  return (
    <Dialog open onOpenChange={(_event, data) => !data.open && onCancel()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{place === undefined ? title.add : title.change(place.name)}</DialogTitle>
          <DialogContent>
            <PlaceForm {...props} />
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

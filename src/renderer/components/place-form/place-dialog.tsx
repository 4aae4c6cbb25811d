import type { ReactNode } from 'react';
import { placeFormTexts } from '../../../shared/text/index.ts';
import { useTexts } from '../../language/index.ts';
import { ModalDialog } from '../dialog/index.ts';
import { PlaceForm, type PlaceFormProps } from './place-form.tsx';

export interface PlaceDialogProps extends PlaceFormProps {
  /** It is gone: saved or not. */
  onClosed: () => void;
}

/** The form in a window of its own, over the list it belongs to. */
export function PlaceDialog({ onClosed, ...form }: PlaceDialogProps): ReactNode {
  const { title } = useTexts(placeFormTexts);
  const { place } = form;
  return (
    <ModalDialog title={place === undefined ? title.add : title.change(place.name)} onClosed={onClosed}>
      <PlaceForm {...form} />
    </ModalDialog>
  );
}

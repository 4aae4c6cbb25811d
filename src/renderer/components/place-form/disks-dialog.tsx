import type { ReactNode } from 'react';
import type { DestinationOf } from '../../../shared/model/destination.ts';
import { placeFormTexts } from '../../../shared/text/index.ts';
import { useTexts } from '../../language/index.ts';
import { ModalDialog } from '../dialog/index.ts';
import { DiskSet } from './disk-set.tsx';

/** The drives of a set, and taking another one in. */
export function DisksDialog({ place, onClosed }: { place: DestinationOf<'usb-set'>; onClosed: () => void }): ReactNode {
  const { disks } = useTexts(placeFormTexts);
  return (
    <ModalDialog title={disks.title} onClosed={onClosed}>
      <DiskSet place={place} />
    </ModalDialog>
  );
}

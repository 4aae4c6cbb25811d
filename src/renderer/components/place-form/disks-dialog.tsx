import { Dialog, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { DestinationOf } from '../../../shared/model/destination.ts';
import { placeFormTexts } from '../../../shared/text/index.ts';
import { useTexts } from '../../language/index.ts';
import { useReturnFocus } from '../form/index.ts';
import { DiskSet } from './disk-set.tsx';

/** The drives of a set, and taking another one in. */
export function DisksDialog({ place, onClose }: { place: DestinationOf<'usb-set'>; onClose: () => void }): ReactNode {
  useReturnFocus();
  const { disks } = useTexts(placeFormTexts);
  return (
    <Dialog open onOpenChange={(_event, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{disks.title}</DialogTitle>
          <DialogContent>
            <DiskSet place={place} onDone={onClose} />
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

import type { ReactNode } from 'react';
import { BackUpDialog } from './back-up-dialog.tsx';
import { DayMenu } from './day-menu.tsx';
import { ProveDialog } from './prove-dialog.tsx';

/** What a person may let run now. */
export function RunActions(): ReactNode {
  return (
    <>
      <BackUpDialog />
      <ProveDialog />
      <DayMenu />
    </>
  );
}

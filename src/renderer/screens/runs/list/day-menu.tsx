import { Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { inAnHour, tomorrow } from '../../../../shared/model/pause-until.ts';
import { trayTexts } from '../../../../shared/text/index.ts';
import { runsTexts } from '../../../../shared/text/screens/runs/index.ts';
import { useApi } from '../../../api/index.ts';
import { FailureMessage } from '../../../components/feedback/index.ts';
import { useTexts, useVoice } from '../../../language/index.ts';
import { useClock } from '../../../time/index.ts';

/** What is for this day only, as in the menu of the icon beside the clock, which a browser does not have. */
export function DayMenu(): ReactNode {
  const { actions } = useTexts(runsTexts);
  const words = useTexts(trayTexts);
  const { status, runs } = useApi();
  const { timeZone } = useVoice();
  const clock = useClock();
  const [, navigate] = useLocation();
  // Home says until when it is paused, and ends it.
  const pause = useMutation(status.pause.mutationOptions({ onSuccess: () => navigate('/') }));
  const update = useMutation(runs.vendorUpdate.mutationOptions({ onSuccess: ({ run }) => navigate(`/runs/${run}`) }));
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton>{actions.today}</MenuButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem onClick={() => update.mutate({})}>{words.vendorUpdates}</MenuItem>
            <MenuItem onClick={() => pause.mutate({ until: inAnHour(clock.now()) })}>{words.pauseHour}</MenuItem>
            <MenuItem onClick={() => pause.mutate({ until: tomorrow(clock.now(), timeZone) })}>{words.pauseTomorrow}</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      <FailureMessage error={pause.error ?? update.error} />
    </>
  );
}

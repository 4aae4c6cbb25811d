import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Status } from '../../../shared/contract/index.ts';
import type { ProtectionState } from '../../../shared/model/protection.ts';
import { headline } from '../../../shared/text/index.ts';
import { homeTexts } from '../../../shared/text/screens/home/index.ts';
import { useApi } from '../../api/index.ts';
import { Page, type PageState } from '../../components/page/index.ts';
import { QueryView } from '../../components/query/index.ts';
import { useTexts, useVoice } from '../../language/index.ts';
import { Alerts } from './alerts.tsx';
import { AtAGlance } from './at-a-glance.tsx';
import { AtWork } from './at-work.tsx';
import { CopiesGrid } from './copies-grid.tsx';
import { Disasters } from './disasters.tsx';
import { HomeActions } from './home-actions.tsx';
import { HomeLead } from './home-lead.tsx';
import { NextSteps } from './next-steps.tsx';
import { PauseBar } from './pause-bar.tsx';
import { RunStrip } from './strip/index.ts';

const STATES: Readonly<Record<ProtectionState, PageState>> = { protected: 'good', 'needs-attention': 'warning', 'not-protected': 'bad' };

/** Whether the pharmacy is protected now, and what to do next. */
export function HomeScreen(): ReactNode {
  const texts = useTexts(homeTexts);
  const { language } = useVoice();
  const query = useQuery(useApi().status.get.queryOptions());
  const status = query.data;
  const title = status === undefined ? texts.title : headline(status.protection.state, language);
  return (
    <Page
      title={title}
      focusOn="home"
      state={status && STATES[status.protection.state]}
      lead={status && <HomeLead status={status} />}
      actions={status && <HomeActions />}
    >
      <QueryView query={query} lines={8}>
        {(data) => <Protected status={data} />}
      </QueryView>
    </Page>
  );
}

function Protected({ status }: { status: Status }): ReactNode {
  const { protection, working, alerts, pause } = status;
  return (
    <>
      {pause !== undefined && <PauseBar pause={pause} />}
      <AtWork runs={working} />
      <NextSteps reasons={protection.reasons} />
      {alerts.length > 0 && <Alerts alerts={alerts} reasons={protection.reasons} />}
      <Disasters disasters={protection.disasters} />
      <CopiesGrid coverage={protection.coverage} />
      <RunStrip />
      <AtAGlance status={status} />
    </>
  );
}

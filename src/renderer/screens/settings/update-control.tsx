import { Body1, Button, ProgressBar } from '@fluentui/react-components';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { UpdateState } from '../../../shared/contract/index.ts';
import { nearMomentWords } from '../../../shared/text/index.ts';
import { settingsTexts } from '../../../shared/text/screens/settings/index.ts';
import { useApi } from '../../api/index.ts';
import { FailureMessage } from '../../components/feedback/index.ts';
import { useFormStyles } from '../../components/form/index.ts';
import { QueryView } from '../../components/query/index.ts';
import { useTexts, useVoice } from '../../language/index.ts';
import { useNow } from '../../time/index.ts';

/** Where an update stands, and the one step that comes next. Each is asked for; none comes by itself. */
export function UpdateControl(): ReactNode {
  const query = useQuery(useApi().updates.state.queryOptions());
  return (
    <QueryView query={query} lines={2}>
      {(state) => (
        <>
          <output>
            <Body1>
              <StateWords state={state} />
            </Body1>
          </output>
          {state.kind === 'downloading' && <Fetching percent={state.percent} />}
          <NextStep state={state} />
        </>
      )}
    </QueryView>
  );
}

function Fetching({ percent }: { percent: number }): ReactNode {
  const { updates } = useTexts(settingsTexts);
  return <ProgressBar value={percent / 100} aria-label={updates.download} />;
}

function StateWords({ state }: { state: UpdateState }): ReactNode {
  const { updates: texts } = useTexts(settingsTexts);
  const { language, timeZone } = useVoice();
  const now = useNow();
  switch (state.kind) {
    case 'not-possible':
      return texts.notPossible[state.reason];
    case 'current':
      return texts.current(state.checkedAt === undefined ? undefined : nearMomentWords(state.checkedAt, now, language, timeZone));
    case 'available':
    case 'downloading':
    case 'ready':
      return texts[state.kind](state.version);
    default:
      return texts[state.kind];
  }
}

function NextStep({ state: { kind } }: { state: UpdateState }): ReactNode {
  const { updates: texts } = useTexts(settingsTexts);
  const styles = useFormStyles();
  const api = useApi();
  const queries = useQueryClient();
  const keep = (state: UpdateState): void => {
    queries.setQueryData(api.updates.state.queryKey(), state);
  };
  const check = useMutation({ ...api.updates.check.mutationOptions(), onSuccess: keep });
  const download = useMutation({ ...api.updates.download.mutationOptions(), onSuccess: keep });
  const install = useMutation(api.updates.install.mutationOptions());
  return (
    <>
      <FailureMessage error={check.error ?? download.error ?? install.error} />
      <div className={styles.buttons}>
        {(kind === 'current' || kind === 'failed') && (
          <Button disabledFocusable={check.isPending} onClick={() => check.mutate({})}>
            {texts.check}
          </Button>
        )}
        {kind === 'available' && (
          <Button appearance="primary" disabledFocusable={download.isPending} onClick={() => download.mutate({})}>
            {texts.download}
          </Button>
        )}
        {kind === 'ready' && (
          <Button appearance="primary" disabledFocusable={install.isPending} onClick={() => install.mutate({})}>
            {texts.install}
          </Button>
        )}
        <output>{install.data?.installs === false && texts.notNow}</output>
      </div>
    </>
  );
}

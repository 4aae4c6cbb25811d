import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Pause } from '../../../shared/model/installation.ts';
import { nearMomentWords } from '../../../shared/text/index.ts';
import { homeTexts } from '../../../shared/text/screens/home/index.ts';
import { useApi } from '../../api/index.ts';
import { FailureMessage } from '../../components/feedback/index.ts';
import { useTexts, useVoice } from '../../language/index.ts';
import { useNow } from '../../time/index.ts';

/** Says that nothing runs by itself, until when, and ends that. Nothing once the pause is over. */
export function PauseBar({ pause: { until } }: { pause: Pause }): ReactNode {
  const { pause } = useTexts(homeTexts);
  const { language, timeZone } = useVoice();
  const now = useNow();
  const resume = useMutation(useApi().status.resume.mutationOptions());
  if (Date.parse(until) <= now.getTime()) return undefined;
  return (
    <>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{pause.title(nearMomentWords(until, now, language, timeZone))}</MessageBarTitle> {pause.body}
        </MessageBarBody>
        <MessageBarActions>
          <Button onClick={() => resume.mutate({})}>{pause.resume}</Button>
        </MessageBarActions>
      </MessageBar>
      <FailureMessage error={resume.error} />
    </>
  );
}

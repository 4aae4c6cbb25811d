import { Body1, Button, Field, Input, Select } from '@fluentui/react-components';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { nearMomentWords } from '../../../../shared/text/index.ts';
import { settingsTexts } from '../../../../shared/text/screens/settings/index.ts';
import { useApi } from '../../../api/index.ts';
import { FailureMessage, Notice } from '../../../components/feedback/index.ts';
import { useFormStyles } from '../../../components/form/index.ts';
import { Section } from '../../../components/page/index.ts';
import { useTexts, useVoice } from '../../../language/index.ts';
import { useClock, useNow } from '../../../time/index.ts';
import { pausedUntil, type PauseLength, PAUSES } from './pause-until.ts';

/** Whether Lifeboat pauses, until when, and how to begin and end that. */
export function PauseSection(): ReactNode {
  const { pause: texts } = useTexts(settingsTexts).when;
  const { language, timeZone } = useVoice();
  const now = useNow();
  const api = useApi();
  const { data: status } = useQuery(api.status.get.queryOptions());
  const resume = useMutation(api.status.resume.mutationOptions());
  const until = status?.pause?.until;
  const isPaused = until !== undefined && Date.parse(until) > now.getTime();
  return (
    <Section title={texts.title}>
      <Body1>{texts.lead}</Body1>
      {isPaused ? (
        <Notice
          intent="warning"
          body={texts.paused(nearMomentWords(until, now, language, timeZone))}
          action={<Button onClick={() => resume.mutate({})}>{texts.resume}</Button>}
        />
      ) : (
        <BeginPause />
      )}
      <FailureMessage error={resume.error} />
    </Section>
  );
}

function BeginPause(): ReactNode {
  const { pause: texts } = useTexts(settingsTexts).when;
  const { timeZone } = useVoice();
  const styles = useFormStyles();
  const clock = useClock();
  const [length, setLength] = useState<PauseLength>('hour');
  const [named, setNamed] = useState('');
  const [isWrong, setWrong] = useState(false);
  const pause = useMutation(useApi().status.pause.mutationOptions());
  const begin = (): void => {
    const until = pausedUntil(length, clock.now(), timeZone, named);
    setWrong(until === undefined);
    if (until !== undefined) pause.mutate({ until });
  };
  return (
    <div className={styles.form}>
      <div className={styles.row}>
        <Field label={texts.howLong}>
          <Select value={length} onChange={(_event, { value }) => setLength(value as PauseLength)}>
            {PAUSES.map((one) => (
              <option key={one} value={one}>
                {texts.lengths[one]}
              </option>
            ))}
          </Select>
        </Field>
        {length === 'moment' && (
          <Field label={texts.until} validationMessage={isWrong ? texts.wrong : null}>
            <Input type="datetime-local" value={named} onChange={(_event, { value }) => setNamed(value)} />
          </Field>
        )}
      </div>
      <div className={styles.buttons}>
        <Button disabledFocusable={pause.isPending} onClick={begin}>
          {texts.start}
        </Button>
      </div>
      <FailureMessage error={pause.error} />
    </div>
  );
}

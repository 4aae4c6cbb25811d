import { Body1, Button, makeStyles, tokens } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import type { Alert } from '../../../shared/model/installation.ts';
import type { AnnouncedCode, Reason } from '../../../shared/model/protection.ts';
import { causeOver, nearMomentWords, reasonText } from '../../../shared/text/index.ts';
import { homeTexts } from '../../../shared/text/screens/home/index.ts';
import { useApi } from '../../api/index.ts';
import { FailureMessage } from '../../components/feedback/index.ts';
import { StateIcon } from '../../components/marks/index.ts';
import { Section } from '../../components/page/index.ts';
import { useNames, useTexts } from '../../language/index.ts';
import { useNow } from '../../time/index.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  item: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  words: { flexGrow: 1, flexBasis: '280px', overflowWrap: 'anywhere' },
  since: { color: tokens.colorNeutralForeground2 },
});

/** What people were told of and is not over yet. */
export function Alerts({ alerts, reasons }: { alerts: readonly Alert[]; reasons: readonly Reason[] }): ReactNode {
  const texts = useTexts(homeTexts);
  const styles = useStyles();
  return (
    <Section title={texts.alerts.title}>
      <ul className={styles.list}>
        {alerts.map((alert) => (
          <AlertLine key={alert.id} alert={alert} reason={reasons.find((reason) => isCauseOf(reason, alert))} />
        ))}
      </ul>
    </Section>
  );
}

/** `reason`: what the alert is about, where it was still found at the last look. */
function AlertLine({ alert, reason }: { alert: Alert; reason: Reason | undefined }): ReactNode {
  const { alerts } = useTexts(homeTexts);
  const styles = useStyles();
  const names = useNames();
  const now = useNow();
  const id = useId();
  const see = useMutation(useApi().status.alertSeen.mutationOptions());
  const moment = (at: string): string => nearMomentWords(at, now, names.language, names.timeZone);
  return (
    <li className={styles.item}>
      <StateIcon mark={reason === undefined ? 'none' : alert.severity === 'red' ? 'bad' : 'warning'} />
      <div className={styles.words} id={id}>
        {reason ? reasonText(reason, names).what : alerts.over(causeOver(alert.code as AnnouncedCode, names.language))}{' '}
        <Body1 className={styles.since}>{alerts.since(moment(alert.raisedAt))}.</Body1>
      </div>
      {alert.seenAt === undefined ? (
        <Button size="small" aria-describedby={id} onClick={() => see.mutate({ id: alert.id })}>
          {alerts.see}
        </Button>
      ) : (
        <Body1 className={styles.since}>{alerts.seen(moment(alert.seenAt))}</Body1>
      )}
      <FailureMessage error={see.error} />
    </li>
  );
}

function isCauseOf(reason: Reason, alert: Alert): boolean {
  return (
    reason.code === alert.code && reason.source === alert.source && reason.destination === alert.destination && reason.disk === alert.disk
  );
}

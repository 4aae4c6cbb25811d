import { Body1 } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Attack } from '../../../shared/model/attack.ts';
import { nearMomentWords } from '../../../shared/text/index.ts';
import { attackTexts } from '../../../shared/text/screens/attack/index.ts';
import { useApi } from '../../api/index.ts';
import { ConfirmButton } from '../../components/confirm/index.ts';
import { useFormStyles } from '../../components/form/index.ts';
import { LinkButton } from '../../components/link/index.ts';
import { StateIcon } from '../../components/marks/index.ts';
import { Page, Section } from '../../components/page/index.ts';
import { useTexts, useVoice } from '../../language/index.ts';
import { useNow } from '../../time/index.ts';
import type { Suspected } from './suspected.ts';

interface AttackOnProps {
  attack: Attack;
  /** What was done just now; undefined where it was said before this page was opened. */
  done: Suspected | undefined;
}

/** While an attack is feared: what holds now, what comes next, and how it ends. */
export function AttackOn({ attack, done }: AttackOnProps): ReactNode {
  const texts = useTexts(attackTexts);
  const { language, timeZone } = useVoice();
  const styles = useFormStyles();
  const now = useNow();
  const moment = (at: string): string => nearMomentWords(at, now, language, timeZone);
  return (
    <Page title={texts.on.title} state="warning" lead={texts.on.lead(moment(attack.saidAt), moment(attack.since))}>
      {done !== undefined && <Body1>{texts.on.kept(done.kept.length)}</Body1>}
      {done !== undefined && done.disks.length > 0 && (
        <Section title={texts.on.disks}>
          {done.disks.map(({ destination, disk, label, safe }) => (
            <Body1 key={`${destination}/${disk}`}>
              <StateIcon mark={safe ? 'good' : 'warning'} /> {safe ? texts.on.safe(label) : texts.on.notSafe(label)}
            </Body1>
          ))}
        </Section>
      )}
      <Section title={texts.first.title}>
        <ol className={styles.list}>
          {texts.first.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <div className={styles.buttons}>
          <LinkButton to="/restore">{texts.on.restore}</LinkButton>
          <LinkButton to="/lost">{texts.on.lost}</LinkButton>
          <LinkButton to="/">{texts.home}</LinkButton>
        </div>
      </Section>
      <EndOfAttack />
    </Page>
  );
}

function EndOfAttack(): ReactNode {
  const { end } = useTexts(attackTexts);
  const styles = useFormStyles();
  const api = useApi();
  const queries = useQueryClient();
  const finish = async (verdict: 'false-alarm' | 'over'): Promise<void> => {
    await api.status.endAttack.call({ verdict });
    await queries.invalidateQueries({ queryKey: api.status.key() });
  };
  return (
    <Section title={end.title}>
      <Body1>{end.lead}</Body1>
      <div className={styles.buttons}>
        <ConfirmButton {...end.over} onConfirm={async () => await finish('over')} />
        <ConfirmButton {...end.falseAlarm} onConfirm={async () => await finish('false-alarm')} />
      </div>
    </Section>
  );
}

import { Body1, Body1Strong, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import type { Reason } from '../../../shared/model/protection.ts';
import { reasonText } from '../../../shared/text/index.ts';
import { homeTexts } from '../../../shared/text/screens/home/index.ts';
import { type Mark, StateIcon } from '../../components/marks/index.ts';
import { Section } from '../../components/page/index.ts';
import { useNames, useTexts } from '../../language/index.ts';
import { groupReasons, type ReasonGroup } from './group-reasons.ts';
import { nextStepOf } from './next-step.ts';
import { StepButton } from './step-button.tsx';

const MARKS: Readonly<Record<Reason['severity'], Mark>> = { red: 'bad', amber: 'warning', hint: 'none' };

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalM} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ':first-child': { borderTop: 'none', paddingTop: 0 },
  },
  words: { flexGrow: 1, flexBasis: '280px', display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  next: { color: tokens.colorNeutralForeground2 },
});

/** Why the state is not better, as a list of things to do; below it what could be better and changes nothing. */
export function NextSteps({ reasons }: { reasons: readonly Reason[] }): ReactNode {
  const texts = useTexts(homeTexts);
  const groups = groupReasons(reasons);
  const toDo = groups.filter(({ reason }) => reason.severity !== 'hint');
  const hints = groups.filter(({ reason }) => reason.severity === 'hint');
  return (
    <>
      <Section title={texts.reasons}>{toDo.length === 0 ? <Body1 as="p">{texts.nothingToDo}</Body1> : <StepList groups={toDo} />}</Section>
      {hints.length > 0 && (
        <Section title={texts.hints}>
          <StepList groups={hints} />
        </Section>
      )}
    </>
  );
}

function StepList({ groups }: { groups: readonly ReasonGroup[] }): ReactNode {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {groups.map((group) => (
        <Step key={JSON.stringify([group.reason.code, group.reason.destination, group.reason.disk, group.sources])} group={group} />
      ))}
    </ul>
  );
}

function Step({ group }: { group: ReasonGroup }): ReactNode {
  const styles = useStyles();
  const names = useNames();
  const { and } = useTexts(homeTexts);
  const id = useId();
  const all = group.sources.map((source) => names.sourceName(source) ?? source);
  const { what, next } = reasonText(group.reason, { ...names, sourceName: () => joined(all, and) });
  const step = nextStepOf(group);
  return (
    <li className={styles.item}>
      <StateIcon mark={MARKS[group.reason.severity]} />
      <div className={styles.words} id={id}>
        <Body1Strong>{what}</Body1Strong>
        <Body1 className={styles.next}>{next}</Body1>
      </div>
      {step !== undefined && <StepButton step={step} describedBy={id} />}
    </li>
  );
}

function joined(names: readonly string[], and: string): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)}`;
}

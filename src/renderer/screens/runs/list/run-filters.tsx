import { Body1, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { calendarDayWords } from '../../../../shared/text/index.ts';
import { type RunFilterKind, type RunFilterOutcome, runsTexts } from '../../../../shared/text/screens/runs/index.ts';
import { LinkButton } from '../../../components/link/index.ts';
import { useTexts, useVoice } from '../../../language/index.ts';
import type { RunFilter } from './filter.ts';

const KINDS: readonly RunFilterKind[] = ['main', 'all', 'backups', 'tests', 'restores', 'upkeep'];
const OUTCOMES: readonly RunFilterOutcome[] = ['all', 'good', 'warnings', 'failed'];

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalL },
  day: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM },
});

interface RunFiltersProps {
  filter: RunFilter;
  onChange: (filter: RunFilter) => void;
  day: string | undefined;
}

/** Which part of the history is shown. */
export function RunFilters({ filter, onChange, day }: RunFiltersProps): ReactNode {
  const { filter: texts, kinds, outcomes } = useTexts(runsTexts);
  const { language } = useVoice();
  const styles = useStyles();
  return (
    <div className={styles.row}>
      <Field label={texts.kind}>
        <Select value={filter.kind} onChange={(_, { value }) => onChange({ ...filter, kind: value as RunFilterKind })}>
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {kinds[kind]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={texts.outcome}>
        <Select value={filter.outcome} onChange={(_, { value }) => onChange({ ...filter, outcome: value as RunFilterOutcome })}>
          {OUTCOMES.map((outcome) => (
            <option key={outcome} value={outcome}>
              {outcomes[outcome]}
            </option>
          ))}
        </Select>
      </Field>
      {day !== undefined && (
        <div className={styles.day}>
          <Body1>{texts.day(calendarDayWords(day, language))}</Body1>
          <LinkButton to="/runs">{texts.allDays}</LinkButton>
        </div>
      )}
    </div>
  );
}

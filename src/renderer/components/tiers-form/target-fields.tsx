import { makeStyles, Select } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { TierPolicy } from '../../../shared/model/tier.ts';
import { minutesWords, tierName, tiersFormTexts } from '../../../shared/text/index.ts';
import { useTexts, useVoice } from '../../language/index.ts';
import { DataTable } from '../table/index.ts';
import { LOSSES, PROOF_DAYS, RETURNS, withNow } from './targets.ts';

const useStyles = makeStyles({ choice: { minWidth: '9em' } });

/** The numbers of a tier's promise, with what each can be. */
const TARGETS = [
  { id: 'lose', name: 'rpoMinutes', choices: LOSSES },
  { id: 'back', name: 'rtoMinutes', choices: RETURNS },
  { id: 'proof', name: 'proofEveryDays', choices: PROOF_DAYS },
] as const;

export interface TargetFieldsProps {
  tiers: readonly TierPolicy[];
  onChange: (tiers: TierPolicy[]) => void;
}

/** What is promised of each tier: work that may be lost, working again within, a trial restore at least so often. */
export function TargetFields({ tiers, onChange }: TargetFieldsProps): ReactNode {
  const { targets: texts } = useTexts(tiersFormTexts);
  const { language } = useVoice();
  const put = (changed: TierPolicy): void => onChange(tiers.map((one) => (one.tier === changed.tier ? changed : one)));
  return (
    <DataTable
      caption={texts.title}
      isForm
      rows={tiers}
      keyOf={({ tier }) => tier}
      columns={[
        { id: 'tier', title: texts.tier, isRowHeader: true, cell: ({ tier }) => tierName(tier, language) },
        ...TARGETS.map((target) => ({
          id: target.id,
          title: texts[target.id],
          cell: (policy: TierPolicy) => (
            <TargetChoice target={target} policy={policy} onChoose={(value) => put({ ...policy, [target.name]: value })} />
          ),
        })),
      ]}
    />
  );
}

interface TargetChoiceProps {
  target: (typeof TARGETS)[number];
  policy: TierPolicy;
  onChoose: (value: number) => void;
}

function TargetChoice({ target: { id, name, choices }, policy, onChoose }: TargetChoiceProps): ReactNode {
  const { targets: texts } = useTexts(tiersFormTexts);
  const { language } = useVoice();
  const styles = useStyles();
  const now = policy[name];
  return (
    <Select
      className={styles.choice}
      aria-label={`${tierName(policy.tier, language)}: ${texts[id]}`}
      value={now}
      onChange={(_event, data) => onChoose(Number(data.value))}
    >
      {withNow(choices, now).map((value) => (
        <option key={value} value={value}>
          {id === 'proof' ? texts.everyDays(value) : minutesWords(value, language)}
        </option>
      ))}
    </Select>
  );
}

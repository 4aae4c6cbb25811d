import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { OpeningHours } from '../../../shared/model/schedule.ts';
import type { Tier, TierPolicy } from '../../../shared/model/tier.ts';
import { TierCard } from './tier-card.tsx';

const useStyles = makeStyles({
  tiers: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(260px, 1fr))', gap: tokens.spacingHorizontalL },
});

export interface TierFieldsProps {
  value: readonly TierPolicy[];
  hours: OpeningHours;
  /** How many sources each tier has; left out: not said. */
  counts?: Readonly<Record<Tier, number>>;
  onChange: (tiers: TierPolicy[]) => void;
}

/** When each tier is backed up, what that promises and what is kept. */
export function TierFields({ value, hours, counts, onChange }: TierFieldsProps): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.tiers}>
      {value.map((policy) => (
        <TierCard
          key={policy.tier}
          policy={policy}
          hours={hours}
          isEmpty={counts?.[policy.tier] === 0}
          onChange={(changed) => onChange(value.map((one) => (one.tier === changed.tier ? changed : one)))}
        />
      ))}
    </div>
  );
}

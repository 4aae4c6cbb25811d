import { Field, Input, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Tier } from '../../../shared/model/tier.ts';
import { TIERS } from '../../../shared/model/tier.ts';
import { formTexts, tierName, tiersFormTexts } from '../../../shared/text/index.ts';
import { useTexts, useVoice } from '../../language/index.ts';
import { DataTable } from '../table/index.ts';
import { isCount, retentionOf, type Span, SPANS, type TypedKeep } from './keep.ts';

const useStyles = makeStyles({
  count: { width: '5.5em' },
  box: { minWidth: 0 },
  number: { width: '100%', minWidth: 0, textAlign: 'right' },
});

export type TypedKeeps = Readonly<Record<Tier, TypedKeep>>;

export interface KeepFieldsProps {
  value: TypedKeeps;
  onChange: (keeps: TypedKeeps) => void;
}

/** How many restore points of each tier stay: the newest, and one an hour, day, week, month and year. */
export function KeepFields({ value, onChange }: KeepFieldsProps): ReactNode {
  const { keep: texts } = useTexts(tiersFormTexts);
  const { language } = useVoice();
  return (
    <DataTable
      caption={texts.title}
      isForm
      rows={TIERS}
      keyOf={(tier) => tier}
      columns={[
        { id: 'tier', title: texts.tier, isRowHeader: true, cell: (tier) => tierName(tier, language) },
        ...SPANS.map((span) => ({
          id: span,
          title: texts.spans[span],
          cell: (tier: Tier) => (
            <Count
              tier={tier}
              span={span}
              keep={value[tier]}
              onChange={(text) => onChange({ ...value, [tier]: { ...value[tier], [span]: text } })}
            />
          ),
        })),
      ]}
    />
  );
}

interface CountProps {
  tier: Tier;
  span: Span;
  keep: TypedKeep;
  onChange: (text: string) => void;
}

function Count({ tier, span, keep, onChange }: CountProps): ReactNode {
  const { keep: texts } = useTexts(tiersFormTexts);
  const { problems } = useTexts(formTexts);
  const { language } = useVoice();
  const styles = useStyles();
  // That nothing would stay is said once in its row.
  const isEmpty = span === SPANS[0] && SPANS.every((one) => isCount(keep[one])) && retentionOf(keep) === undefined;
  const problem = isCount(keep[span]) ? (isEmpty ? texts.nothing : null) : problems.number;
  return (
    <Field validationMessage={problem} className={styles.count}>
      <Input
        aria-label={`${tierName(tier, language)}: ${texts.spans[span]}`}
        className={styles.box}
        input={{ className: styles.number }}
        value={keep[span]}
        placeholder="0"
        inputMode="numeric"
        onChange={(_event, data) => onChange(data.value)}
      />
    </Field>
  );
}

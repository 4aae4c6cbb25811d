import { Field, Select } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { TIERS, tierSchema } from '../../../../shared/model/tier.ts';
import { tierName } from '../../../../shared/text/index.ts';
import { runsTexts } from '../../../../shared/text/screens/runs/index.ts';
import { useApi } from '../../../api/index.ts';
import { useTexts, useVoice } from '../../../language/index.ts';

interface WhatToRunProps {
  /** Empty: everything; `tier:critical`; `source:scans`. */
  value: string;
  onChange: (value: string) => void;
  hasTiers?: boolean;
}

/** Everything, a tier or one source. */
export function WhatToRun({ value, onChange, hasTiers = false }: WhatToRunProps): ReactNode {
  const { actions } = useTexts(runsTexts);
  const { language } = useVoice();
  const { data: sources = [] } = useQuery(useApi().sources.list.queryOptions());
  const tiers = hasTiers ? TIERS.filter((tier) => sources.some((source) => source.tier === tier)) : [];
  return (
    <Field label={actions.what}>
      <Select value={value} onChange={(_, data) => onChange(data.value)}>
        <option value="">{actions.everything}</option>
        {tiers.map((tier) => (
          <option key={tier} value={`tier:${tier}`}>
            {actions.oneTier(tierName(tier, language))}
          </option>
        ))}
        {sources.map(({ id, name }) => (
          <option key={id} value={`source:${id}`}>
            {actions.oneSource(name)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** What was chosen, as the owner process is asked. */
export function chosen(value: string) {
  const [kind, name = ''] = value.split(':');
  if (kind === 'tier') return { tier: tierSchema.parse(name) };
  return kind === 'source' ? { sources: [name] } : {};
}

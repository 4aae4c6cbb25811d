import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Settings } from '../../../shared/model/installation.ts';
import type { OpeningHours } from '../../../shared/model/schedule.ts';
import { policiesOf } from '../../../shared/model/tier-defaults.ts';
import { type Tier, TIERS, type TierPolicy } from '../../../shared/model/tier.ts';
import { minutesWords, profileText, retentionText, tierName, tiersFormTexts } from '../../../shared/text/index.ts';
import { settingsTexts } from '../../../shared/text/screens/settings/index.ts';
import { useApi } from '../../api/index.ts';
import { ChoiceCards } from '../../components/form/index.ts';
import { Section } from '../../components/page/index.ts';
import { QueryView } from '../../components/query/index.ts';
import { DataTable } from '../../components/table/index.ts';
import { BandwidthFields, bandwidthOf, isRate, TierFields, typedBandwidth, WeekStrip } from '../../components/tiers-form/index.ts';
import { useTexts, useVoice } from '../../language/index.ts';
import { QuietHours } from './quiet-hours.tsx';
import { areQuietHours } from './quiet-hours-of.ts';
import { SaveLine } from './save-line.tsx';
import { useChangeSettings, useStoredSettings } from './use-settings.ts';

const PROFILES = ['standard', 'hipaa-proposal'] as const;

/** When each tier runs, what that promises, and how much of the line it takes. */
export function WhenArea(): ReactNode {
  const query = useStoredSettings();
  return (
    <QueryView query={query} lines={8}>
      {({ settings, pharmacy }) => <WhenForm settings={settings} hours={pharmacy?.openingHours ?? {}} />}
    </QueryView>
  );
}

function WhenForm({ settings, hours }: { settings: Settings; hours: OpeningHours }): ReactNode {
  const { when: texts } = useTexts(settingsTexts);
  const form = useTexts(tiersFormTexts);
  const { language } = useVoice();
  const work = useChangeSettings();
  const [typed, setTyped] = useState(() => ({
    tiers: inOrder(policiesOf({ tiers: settings.tiers, profile: 'standard' }, hours)),
    profile: settings.profile,
    bandwidth: typedBandwidth(settings.bandwidth),
    quietHours: settings.quietHours,
  }));
  const [isChanged, setChanged] = useState(false);
  const put = (more: Partial<typeof typed>): void => {
    setTyped({ ...typed, ...more });
    setChanged(true);
  };
  const isSound = isRate(typed.bandwidth.whileOpen) && isRate(typed.bandwidth.whileClosed) && areQuietHours(typed.quietHours);
  const save = (): void => {
    const { tiers, profile, bandwidth, quietHours } = typed;
    if (!isSound) return;
    work.mutate((now) => ({ ...now, tiers, profile, bandwidth: bandwidthOf(bandwidth), quietHours }), {
      onSuccess: () => setChanged(false),
    });
  };
  return (
    <>
      <TierFields value={typed.tiers} hours={hours} counts={useCounts()} onChange={(tiers) => put({ tiers })} />
      <Section title={texts.week}>
        <WeekStrip tiers={typed.tiers} hours={hours} />
      </Section>
      <Promises tiers={inOrder(policiesOf(typed, hours))} />
      <ChoiceCards
        label={texts.profile}
        choices={PROFILES.map((value) => {
          const { name, about } = profileText(value, language);
          return { value, label: name, about };
        })}
        value={typed.profile}
        onChange={(profile) => put({ profile })}
      />
      <Section title={form.bandwidth.title}>
        <BandwidthFields value={typed.bandwidth} onChange={(bandwidth) => put({ bandwidth })} />
      </Section>
      <QuietHours value={typed.quietHours} onChange={(quietHours) => put({ quietHours })} />
      <SaveLine onSave={save} work={work} isChanged={isChanged} />
    </>
  );
}

/** What the schedules and the profile promise together. */
function Promises({ tiers }: { tiers: readonly TierPolicy[] }): ReactNode {
  const { when: texts } = useTexts(settingsTexts);
  const { language } = useVoice();
  return (
    <Section title={texts.promises}>
      <DataTable
        caption={texts.promises}
        rows={tiers}
        keyOf={({ tier }) => tier}
        columns={[
          { id: 'tier', title: texts.promisesTier, isRowHeader: true, cell: ({ tier }) => tierName(tier, language) },
          { id: 'lose', title: texts.lose, cell: ({ rpoMinutes }) => minutesWords(rpoMinutes, language) },
          { id: 'back', title: texts.back, cell: ({ rtoMinutes }) => minutesWords(rtoMinutes, language) },
          { id: 'proof', title: texts.proof, cell: ({ proofEveryDays }) => texts.everyDays(proofEveryDays) },
          { id: 'kept', title: texts.kept, cell: ({ retention }) => retentionText(retention, language) },
        ]}
      />
    </Section>
  );
}

function useCounts(): Record<Tier, number> {
  const { data: sources = [] } = useQuery(useApi().sources.list.queryOptions());
  const count = (tier: Tier): number => sources.filter((source) => source.tier === tier).length;
  return { critical: count('critical'), important: count('important'), standard: count('standard') };
}

function inOrder(tiers: readonly TierPolicy[]): TierPolicy[] {
  return tiers.toSorted((a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier));
}

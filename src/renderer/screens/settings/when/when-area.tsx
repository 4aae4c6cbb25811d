import { Body1, Button } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Settings } from '../../../../shared/model/installation.ts';
import type { OpeningHours } from '../../../../shared/model/schedule.ts';
import { defaultTiers } from '../../../../shared/model/tier-defaults.ts';
import { type Tier, TIERS } from '../../../../shared/model/tier.ts';
import { profileText, tiersFormTexts } from '../../../../shared/text/index.ts';
import { settingsTexts } from '../../../../shared/text/screens/settings/index.ts';
import { useApi } from '../../../api/index.ts';
import { ChoiceCards } from '../../../components/form/index.ts';
import { Section } from '../../../components/page/index.ts';
import { QueryView } from '../../../components/query/index.ts';
import {
  BandwidthFields,
  CautionsList,
  keepCautions,
  KeepFields,
  type Promised,
  targetCautions,
  TargetFields,
  TierFields,
  WeekStrip,
} from '../../../components/tiers-form/index.ts';
import { useTexts, useVoice } from '../../../language/index.ts';
import { SaveLine } from '../save-line.tsx';
import { useStoredSettings } from '../use-settings.ts';
import { PauseSection } from './pause.tsx';
import { QuietHours } from './quiet-hours.tsx';
import { keepsOf, type TypedPlan, useTypedPlan } from './use-typed-plan.ts';

const PROFILES = ['standard', 'hipaa-proposal'] as const;

/** When each tier runs, what that promises and keeps, and how much of the line it takes. */
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
  const { typed, tiers, put, save, work, isChanged } = useTypedPlan(settings, hours);
  const { data: sources = [] } = useQuery(useApi().sources.list.queryOptions());
  const count = (tier: Tier): [Tier, number] => [tier, sources.filter((source) => source.tier === tier).length];
  const counts = Object.fromEntries(TIERS.map(count)) as Record<Tier, number>;
  const promised = { tiers, profile: typed.profile, hours, sources };
  return (
    <>
      <TierFields value={tiers} hours={hours} counts={counts} onChange={(changed) => put({ tiers: changed })} />
      <Section title={texts.week}>
        <WeekStrip tiers={tiers} hours={hours} />
      </Section>
      <Targets promised={promised} put={put} />
      <Keep promised={promised} typed={typed} put={put} />
      <Section title={form.bandwidth.title}>
        <BandwidthFields value={typed.bandwidth} onChange={(bandwidth) => put({ bandwidth })} />
      </Section>
      <QuietHours value={typed.quietHours} onChange={(quietHours) => put({ quietHours })} />
      <SaveLine onSave={save} work={work} isChanged={isChanged} />
      <PauseSection />
    </>
  );
}

interface PartProps {
  promised: Promised;
  put: (more: Partial<TypedPlan>) => void;
}

function Targets({ promised, put }: PartProps): ReactNode {
  const { targets: texts, profile } = useTexts(tiersFormTexts);
  const { language } = useVoice();
  return (
    <Section title={texts.title}>
      <Body1>{texts.lead}</Body1>
      <ChoiceCards
        label={profile}
        choices={PROFILES.map((value) => {
          const { name, about } = profileText(value, language);
          return { value, label: name, about };
        })}
        value={promised.profile}
        onChange={(chosen) => put({ profile: chosen })}
      />
      <TargetFields tiers={promised.tiers} onChange={(tiers) => put({ tiers })} />
      <CautionsList cautions={targetCautions(promised)} />
    </Section>
  );
}

function Keep({ promised, typed, put }: PartProps & { typed: TypedPlan }): ReactNode {
  const { keep: texts } = useTexts(tiersFormTexts);
  const suggest = (): void => put({ keeps: keepsOf(defaultTiers(promised.hours)) });
  return (
    <Section title={texts.title} actions={<Button onClick={suggest}>{texts.suggested}</Button>}>
      <Body1>{texts.lead}</Body1>
      <KeepFields value={typed.keeps} onChange={(keeps) => put({ keeps })} />
      <CautionsList cautions={keepCautions(promised)} />
    </Section>
  );
}

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { SETTINGS_AREAS, type SettingsArea, settingsTexts } from '../../../shared/text/screens/settings/index.ts';
import { Page } from '../../components/page/index.ts';
import { useTexts } from '../../language/index.ts';
import { AboutArea } from './about-area.tsx';
import { KitsArea } from './kits-area.tsx';
import { PeopleArea } from './people-area.tsx';
import { PharmacyArea } from './pharmacy-area.tsx';
import { UpdatesArea } from './updates-area.tsx';
import { WhatArea } from './what/what-area.tsx';
import { WhenArea } from './when/when-area.tsx';
import { WhereArea } from './where/where-area.tsx';

const AREAS: Readonly<Record<SettingsArea, () => ReactNode>> = {
  pharmacy: PharmacyArea,
  what: WhatArea,
  where: WhereArea,
  when: WhenArea,
  people: PeopleArea,
  kits: KitsArea,
  updates: UpdatesArea,
  about: AboutArea,
};

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  link: {
    display: 'block',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
    textDecoration: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    // Not by colour alone.
    boxShadow: `inset 0 -3px 0 ${tokens.colorCompoundBrandStroke}`,
    '@media (forced-colors: active)': { borderBottom: '3px solid Highlight' },
  },
});

/** The settings, a page for each part. */
export function SettingsScreen({ area }: { area?: string | undefined }): ReactNode {
  const texts = useTexts(settingsTexts);
  const here = SETTINGS_AREAS.find((one) => one === area) ?? 'what';
  const { name, lead } = texts.areas[here];
  const Area = AREAS[here];
  return (
    <Page title={`${texts.title}: ${name}`} lead={lead}>
      <AreaLinks here={here} />
      <Area />
    </Page>
  );
}

function AreaLinks({ here }: { here: SettingsArea }): ReactNode {
  const texts = useTexts(settingsTexts);
  const styles = useStyles();
  return (
    <nav aria-label={texts.areasLabel}>
      <ul className={styles.list}>
        {SETTINGS_AREAS.map((area) => (
          <li key={area}>
            <a
              href={`#/settings/${area}`}
              className={mergeClasses(styles.link, area === here && styles.current)}
              aria-current={area === here ? 'page' : undefined}
            >
              {texts.areas[area].name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

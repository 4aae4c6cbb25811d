import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowCounterclockwiseRegular, type FluentIcon, HistoryRegular, HomeRegular, SettingsRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { Link, useRoute } from 'wouter';
import { type AreaName, pageTexts } from '../../shared/text/index.ts';
import { useTexts } from '../language/index.ts';
import { NARROW } from './narrow.ts';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    [NARROW]: { flexDirection: 'row', flexWrap: 'wrap' },
  },
  link: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
    textDecoration: 'none',
    fontSize: tokens.fontSizeBase300,
    ':hover': { backgroundColor: tokens.colorNeutralBackground3Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground3Selected,
    // Not by colour alone.
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
    [NARROW]: { boxShadow: `inset 0 -3px 0 ${tokens.colorCompoundBrandStroke}` },
    // Its words stay in line with the others'.
    '@media (forced-colors: active)': { borderLeft: '3px solid Highlight', paddingLeft: `calc(${tokens.spacingHorizontalM} - 3px)` },
  },
  // Above a screen the words stand in one line, without pictures.
  icon: { fontSize: tokens.fontSizeBase500, flexShrink: 0, [NARROW]: { display: 'none' } },
});

const AREAS: readonly { name: AreaName; path: string; icon: FluentIcon }[] = [
  { name: 'home', path: '/', icon: HomeRegular },
  { name: 'restore', path: '/restore', icon: ArrowCounterclockwiseRegular },
  { name: 'runs', path: '/runs', icon: HistoryRegular },
  { name: 'settings', path: '/settings', icon: SettingsRegular },
];

/** Where one can go from everywhere. */
export function Navigation(): ReactNode {
  const { areas } = useTexts(pageTexts);
  const styles = useStyles();
  return (
    <nav aria-label={areas}>
      <ul className={styles.list}>
        {AREAS.map((area) => (
          <li key={area.name}>
            <AreaLink {...area} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function AreaLink({ name, path, icon: Icon }: (typeof AREAS)[number]): ReactNode {
  const { area } = useTexts(pageTexts);
  const styles = useStyles();
  const [isHere] = useRoute(path === '/' ? '/' : `${path}/*?`);
  return (
    <Link href={path} className={mergeClasses(styles.link, isHere && styles.current)} aria-current={isHere ? 'page' : undefined}>
      <Icon aria-hidden className={styles.icon} />
      {area[name]}
    </Link>
  );
}

import { makeStyles, mergeClasses, Subtitle2, tokens } from '@fluentui/react-components';
import { type ReactNode, useRef } from 'react';
import mark from '../../../assets/built/favicon.svg';
import { pageTexts } from '../../shared/text/index.ts';
import type { ConnectionState } from '../api/index.ts';
import { useTexts } from '../language/index.ts';
import { ConnectionBanner } from './connection-banner.tsx';
import { NARROW } from './narrow.ts';
import { Navigation } from './navigation.tsx';
import { SignOutButton } from './sign-out-button.tsx';

const useStyles = makeStyles({
  shell: { display: 'flex', height: '100%', backgroundColor: tokens.colorNeutralBackground3, [NARROW]: { flexDirection: 'column' } },
  side: {
    width: '208px',
    flexShrink: 0,
    boxSizing: 'border-box',
    padding: tokens.spacingHorizontalM,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    overflowY: 'auto',
    [NARROW]: {
      width: 'auto',
      flexDirection: 'row',
      flexWrap: 'wrap',
      alignItems: 'center',
      padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
      columnGap: tokens.spacingHorizontalM,
      rowGap: 0,
    },
  },
  name: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  main: {
    outlineStyle: 'none',
    flexGrow: 1,
    minWidth: 0,
    overflowY: 'auto',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalXXXL}`,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    backgroundColor: tokens.colorNeutralBackground1,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    [NARROW]: { padding: tokens.spacingHorizontalL, borderLeft: 'none' },
  },
  // In the middle, where nothing stands beside it.
  alone: { borderLeft: 'none', '& > *': { width: '100%', maxWidth: '1120px', marginLeft: 'auto', marginRight: 'auto' } },
  skip: {
    position: 'absolute',
    top: 0,
    left: 0,
    zIndex: 1,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorBrandForegroundLink,
    border: 'none',
    ':not(:focus)': { clipPath: 'inset(50%)' },
  },
});

export interface ShellProps {
  connection: ConnectionState;
  /** Whether there is somewhere to go: not while a pharmacy is being set up. */
  hasNavigation: boolean;
  children: ReactNode;
}

/** The frame around every screen: where one can go, whether Lifeboat answers, and the screen itself. */
export function Shell({ connection, hasNavigation, children }: ShellProps): ReactNode {
  const texts = useTexts(pageTexts);
  const styles = useStyles();
  const main = useRef<HTMLElement>(null);
  return (
    <div className={styles.shell}>
      <button type="button" className={styles.skip} onClick={() => main.current?.focus()}>
        {texts.skipToContent}
      </button>
      {hasNavigation && (
        <div className={styles.side}>
          <Subtitle2 as="p" className={styles.name}>
            <img src={mark} alt="" width={28} height={28} />
            Lifeboat
          </Subtitle2>
          <Navigation />
          <SignOutButton />
        </div>
      )}
      <main ref={main} tabIndex={-1} className={mergeClasses(styles.main, !hasNavigation && styles.alone)}>
        <ConnectionBanner state={connection} />
        {children}
      </main>
    </div>
  );
}

import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef } from 'react';
import { useStateColors } from '../../theme/index.ts';
import { type Mark, StateIcon } from '../marks/index.ts';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXL,
    maxWidth: '1120px',
    '& > p': { margin: 0, maxWidth: '80ch' },
  },
  top: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: tokens.spacingHorizontalM },
  ground: {
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXL}`,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  titles: { flexGrow: 1, flexBasis: '320px', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  titleLine: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM },
  title: { ...typographyStyles.title2, margin: 0, outlineStyle: 'none' },
  lead: { ...typographyStyles.body2, margin: 0, color: tokens.colorNeutralForeground2, maxWidth: '75ch' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** A state that a whole screen is about. */
export type PageState = Extract<Mark, 'good' | 'warning' | 'bad'>;

export interface PageProps {
  title: string;
  /** What this screen is for, in a sentence. */
  lead?: ReactNode;
  /** Buttons of the whole screen. */
  actions?: ReactNode;
  /** How what the title says stands: by shape and colour. */
  state?: PageState | undefined;
  /** What takes the focus to the title when it changes; the title itself unless the screen stays the same under another title. */
  focusOn?: string;
  children: ReactNode;
}

/** A screen: its title, which takes the focus when the screen is gone to, and what is on it. */
export function Page({ title, lead, actions, state, focusOn = title, children }: PageProps): ReactNode {
  const styles = useStyles();
  const colors = useStateColors();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Lifeboat`;
  }, [title]);
  useEffect(() => {
    // A dialog that is open from the start keeps the focus.
    if (focusOn !== '' && document.querySelector('[role=dialog]') === null) heading.current?.focus();
  }, [focusOn]);
  return (
    <div className={styles.page}>
      <header className={mergeClasses(styles.top, state && styles.ground, state && colors[`${state}Ground`])}>
        <div className={styles.titles}>
          <div className={styles.titleLine}>
            {state && <StateIcon mark={state} size="large" />}
            <h1 ref={heading} tabIndex={-1} className={styles.title}>
              {title}
            </h1>
          </div>
          {lead !== undefined && <div className={styles.lead}>{lead}</div>}
        </div>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}

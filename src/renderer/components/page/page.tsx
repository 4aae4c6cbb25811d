import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef } from 'react';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL, maxWidth: '1120px' },
  top: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: tokens.spacingHorizontalM },
  titles: { flexGrow: 1, flexBasis: '320px', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  title: { ...typographyStyles.title2, margin: 0, outlineStyle: 'none' },
  lead: { ...typographyStyles.body2, margin: 0, color: tokens.colorNeutralForeground2, maxWidth: '75ch' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

export interface PageProps {
  title: string;
  /** What this screen is for, in a sentence. */
  lead?: ReactNode;
  /** Buttons of the whole screen. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A screen: its title, which takes the focus when the screen is gone to, and what is on it. */
export function Page({ title, lead, actions, children }: PageProps): ReactNode {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Lifeboat`;
    heading.current?.focus();
  }, [title]);
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <div className={styles.titles}>
          <h1 ref={heading} tabIndex={-1} className={styles.title}>
            {title}
          </h1>
          {lead !== undefined && <p className={styles.lead}>{lead}</p>}
        </div>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}

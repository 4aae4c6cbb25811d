import { Body1, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  empty: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingVerticalXXL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
  },
  text: { margin: 0, maxWidth: '70ch', color: tokens.colorNeutralForeground2 },
});

/** Nothing is here yet: what would be, and the next step that brings it. */
export function EmptyState({ title, body, action }: { title: string; body: string; action?: ReactNode }): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.empty}>
      <Subtitle2>{title}</Subtitle2>
      <Body1 as="p" className={styles.text}>
        {body}
      </Body1>
      {action}
    </div>
  );
}

import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  list: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXL,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    maxWidth: '80ch',
  },
});

/** A few sentences one below the other; numbered where their order counts. */
export function Lines({ lines, isOrdered = false }: { lines: readonly string[]; isOrdered?: boolean }): ReactNode {
  const styles = useStyles();
  const items = lines.map((line) => <li key={line}>{line}</li>);
  return isOrdered ? <ol className={styles.list}>{items}</ol> : <ul className={styles.list}>{items}</ul>;
}

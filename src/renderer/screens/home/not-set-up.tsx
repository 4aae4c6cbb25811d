import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { homeTexts } from '../../../shared/text/screens/home/index.ts';
import { EmptyState } from '../../components/feedback/index.ts';
import { LinkButton } from '../../components/link/index.ts';
import { useTexts } from '../../language/index.ts';

const useStyles = makeStyles({ actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS } });

/** The two ways to begin. */
export function NotSetUp(): ReactNode {
  const { setUp } = useTexts(homeTexts);
  const styles = useStyles();
  const actions = (
    <div className={styles.actions}>
      <LinkButton to="/setup" appearance="primary">
        {setUp.begin}
      </LinkButton>
      <LinkButton to="/recover">{setUp.recover}</LinkButton>
    </div>
  );
  return <EmptyState title={setUp.title} body={setUp.body} action={actions} />;
}

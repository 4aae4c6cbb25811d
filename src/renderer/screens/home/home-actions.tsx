import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { homeTexts } from '../../../shared/text/screens/home/index.ts';
import { useApi } from '../../api/index.ts';
import { FailureMessage } from '../../components/feedback/index.ts';
import { LinkButton } from '../../components/link/index.ts';
import { useTexts } from '../../language/index.ts';

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** What a person comes to Home for: the everyday ones first, the bad day below. */
export function HomeActions(): ReactNode {
  const { actions } = useTexts(homeTexts);
  const styles = useStyles();
  const backUp = useMutation(useApi().runs.start.mutationOptions());
  return (
    <div className={styles.all}>
      <div className={styles.row}>
        <Button appearance="primary" disabledFocusable={backUp.isPending} onClick={() => backUp.mutate({})}>
          {actions.backUp}
        </Button>
        <LinkButton to="/restore">{actions.restore}</LinkButton>
      </div>
      <div className={styles.row}>
        <LinkButton to="/lost" size="small">
          {actions.lost}
        </LinkButton>
        <LinkButton to="/attack" size="small">
          {actions.attacked}
        </LinkButton>
      </div>
      <FailureMessage error={backUp.error} />
    </div>
  );
}

import { Button, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { recoverTexts } from '../../../shared/text/screens/recover/index.ts';
import { FailureMessage } from '../../components/feedback/index.ts';
import { useTexts } from '../../language/index.ts';
import { Lines } from './lines.tsx';
import { troubleOf } from './recovery.ts';

const useStyles = makeStyles({
  ways: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalM },
  title: { margin: 0 },
});

/** What went wrong, and the ways out: a wrong key, a computer without a vault and a damaged copy are not the same. */
export function RecoverTroubleMessage({ error }: { error: unknown }): ReactNode {
  const styles = useStyles();
  const [, navigate] = useLocation();
  const { trouble: troubles, otherPlace } = useTexts(recoverTexts);
  if (error == null) return undefined;
  const trouble = troubleOf(error);
  return (
    <div className={styles.ways}>
      <FailureMessage error={error} />
      {trouble && (
        <>
          <Subtitle2 as="h2" className={styles.title}>
            {troubles[trouble].title}
          </Subtitle2>
          <Lines lines={troubles[trouble].ways} />
          {trouble !== 'vault' && <Button onClick={() => navigate('/recover/from')}>{otherPlace}</Button>}
        </>
      )}
    </div>
  );
}

import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ComponentType, ReactNode } from 'react';
import { pageTexts } from '../../shared/text/index.ts';
import { Page } from '../components/page/index.ts';
import { Waiting } from '../components/query/index.ts';
import { useTexts } from '../language/index.ts';

const useStyles = makeStyles({ buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS } });

/**
 * A screen whose code comes when it is gone to. Like an answer of the owner process it may not come, since a browser gets it
 * from there, and is asked for again when the owner is back.
 */
export function laterScreen<P extends object>(name: string, fetchIt: () => Promise<ComponentType<P>>): ComponentType<P> {
  const queryFn = async (): Promise<{ Screen: ComponentType<P> }> => ({ Screen: await fetchIt() });
  return function Later(props: P): ReactNode {
    const { data, error, refetch } = useQuery({ queryKey: ['screen', name], queryFn, staleTime: Infinity, gcTime: Infinity });
    if (data !== undefined) return <data.Screen {...props} />;
    return error === null ? <Waiting lines={8} /> : <DidNotCome again={() => void refetch()} />;
  };
}

/** The owner is gone, which the frame says, or was updated and has other code now. */
function DidNotCome({ again }: { again: () => void }): ReactNode {
  const styles = useStyles();
  const { broken, retry } = useTexts(pageTexts);
  return (
    <Page title={broken.title} lead={broken.body}>
      <div className={styles.buttons}>
        <Button onClick={again}>{retry}</Button>
        <Button onClick={() => location.reload()}>{broken.reload}</Button>
      </div>
    </Page>
  );
}

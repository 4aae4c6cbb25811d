import { Button } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ComponentType, ReactNode } from 'react';
import { pageTexts } from '../../shared/text/index.ts';
import { ConnectionLost } from '../api/index.ts';
import { FailureMessage } from '../components/feedback/index.ts';
import { Page } from '../components/page/index.ts';
import { Waiting } from '../components/query/index.ts';
import { useTexts } from '../language/index.ts';

/**
 * A screen whose code comes when it is gone to. Like an answer of the owner process it may not come, since a browser gets it
 * from there, and is asked for again when the owner is back.
 */
export function laterScreen<P extends object>(name: string, fetchIt: () => Promise<ComponentType<P>>): ComponentType<P> {
  const queryFn = async (): Promise<{ Screen: ComponentType<P> }> => {
    try {
      return { Screen: await fetchIt() };
    } catch (error) {
      throw new ConnectionLost(`The screen ${name} did not come.`, { cause: error });
    }
  };
  return function Later(props: P): ReactNode {
    const { data, error, refetch } = useQuery({ queryKey: ['screen', name], queryFn, staleTime: Infinity, gcTime: Infinity });
    if (data !== undefined) return <data.Screen {...props} />;
    return error === null ? <Waiting lines={8} /> : <DidNotCome error={error} again={() => void refetch()} />;
  };
}

function DidNotCome({ error, again }: { error: unknown; again: () => void }): ReactNode {
  const { broken, failures, retry } = useTexts(pageTexts);
  return (
    <Page title={broken.title}>
      <FailureMessage title={failures.notShown} error={error} action={<Button onClick={again}>{retry}</Button>} />
    </Page>
  );
}

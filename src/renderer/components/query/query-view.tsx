import { Button, makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { pageTexts } from '../../../shared/text/index.ts';
import { useTexts } from '../../language/index.ts';
import { FailureMessage } from '../feedback/index.ts';

const useStyles = makeStyles({
  skeleton: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  // Forced colours leave nothing of a grey ground.
  line: { '@media (forced-colors: active)': { border: '1px solid GrayText', '::after': { display: 'none' } } },
});

export interface QueryViewProps<T> {
  query: Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch'>;
  /** Lines of the grey shape shown until the first answer; about as high as what comes. */
  lines?: number;
  children: (data: NonNullable<T>) => ReactNode;
}

/** What an answer shows; before it comes a shape of it, and if it does not come, why and a way to ask again. */
export function QueryView<T>({ query, lines = 4, children }: QueryViewProps<T>): ReactNode {
  const texts = useTexts(pageTexts);
  if (query.data != null) return children(query.data);
  if (query.error === null) return <Waiting lines={lines} />;
  const again = <Button onClick={() => void query.refetch()}>{texts.retry}</Button>;
  return <FailureMessage title={texts.failures.notShown} error={query.error} action={again} />;
}

/** The grey shape of what is on its way. */
export function Waiting({ lines }: { lines: number }): ReactNode {
  const texts = useTexts(pageTexts);
  const styles = useStyles();
  return (
    <Skeleton animation="pulse" aria-label={texts.loading} className={styles.skeleton}>
      {Array.from({ length: lines }, (_, line) => (
        <SkeletonItem key={line} size={24} className={styles.line} />
      ))}
    </Skeleton>
  );
}

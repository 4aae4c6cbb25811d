import { Link as FluentLink, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { JobStatus } from '../../../../shared/model/run.ts';
import { setupEndTexts } from '../../../../shared/text/index.ts';
import { Notice } from '../../../components/feedback/index.ts';
import { StateIcon } from '../../../components/marks/index.ts';
import { useTexts } from '../../../language/index.ts';

// In forced colours the ground is the system's, so the link's colour must be as well.
const useStyles = makeStyles({ link: { '@media (forced-colors: active)': { color: 'LinkText' } } });

/** How the first backup ended. */
export function EndedWords({ run, status }: { run: string; status: JobStatus }): ReactNode {
  const { first: texts } = useTexts(setupEndTexts);
  const styles = useStyles();
  const details = (
    <FluentLink className={styles.link} href={`#/runs/${run}`}>
      {texts.details}
    </FluentLink>
  );
  if (status === 'failed') return <Notice intent="error" {...texts.failed} action={details} />;
  if (status === 'interrupted' || status === 'skipped') return <Notice intent="warning" {...texts.stopped} action={details} />;
  return (
    <span>
      <StateIcon mark={status === 'completed' ? 'good' : 'warning'} /> {texts.done} {details}
    </span>
  );
}

import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { RestoreReport } from '../../../shared/model/restore.ts';
import { momentWords, restoringTexts } from '../../../shared/text/index.ts';
import { useApi } from '../../api/index.ts';
import { useTexts, useVoice } from '../../language/index.ts';
import { reenterSince, type RestoreOutcome } from './outcome.ts';

const useStyles = makeStyles({
  steps: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXL,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    maxWidth: '80ch',
  },
});

/** What a person does after a restore: other things after one in place than after one beside. */
export function NextSteps({ outcome, reports }: { outcome: RestoreOutcome; reports: readonly RestoreReport[] }): ReactNode {
  const styles = useStyles();
  const { language, timeZone } = useVoice();
  const { next } = useTexts(restoringTexts).report;
  const { data: sources = [] } = useQuery(useApi().sources.list.queryOptions());
  const databases = new Set(sources.filter(({ kind }) => kind !== 'folder' && kind !== 'vendor-file').map(({ id }) => id));
  const since = reenterSince(reports.filter(({ source }) => databases.has(source)));
  const hasFiles = reports.some(({ way, source, isUnfinished }) => way === 'in-place' && !databases.has(source) && isUnfinished !== true);
  const isBeside = reports.some(({ way }) => way !== 'in-place');
  const steps = [
    ...(reports.some(({ isUnfinished, undoneAt }) => isUnfinished === true && undoneAt === undefined) ? [next.undoFirst] : []),
    ...(outcome === 'done' ? [] : [outcome === 'cancelled' ? next.beginAgain : next.tryAgain]),
    ...(since === undefined ? [] : [next.start, next.check, next.reenter(momentWords(since, language, timeZone)), next.vendor]),
    ...(hasFiles ? [next.lookAtFiles] : []),
    ...(isBeside ? [next.openBeside, next.moveBack, next.compare] : []),
  ];
  return (
    <ol className={styles.steps}>
      {steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  );
}

import { Body1, Body1Strong, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Run } from '../../../../shared/model/run.ts';
import { runsTexts } from '../../../../shared/text/screens/runs/index.ts';
import { useApi } from '../../../api/index.ts';
import { Keeping } from '../../../components/keeping/index.ts';
import { framed, Section } from '../../../components/page/index.ts';
import { QueryView } from '../../../components/query/index.ts';
import { useNames, useTexts } from '../../../language/index.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  item: { ...framed, gap: tokens.spacingVerticalXXS },
});

/** The restore points that a run made, and whether somebody keeps them. */
export function RunPoints({ run }: { run: Run }): ReactNode {
  const { points: texts } = useTexts(runsTexts);
  const styles = useStyles();
  const { sourceName } = useNames();
  const query = useQuery(useApi().runs.made.queryOptions({ input: { id: run.id } }));
  return (
    <Section title={texts.title}>
      <QueryView query={query} lines={2}>
        {(points) =>
          points.length === 0 ? (
            <Body1 as="p">{texts.none}</Body1>
          ) : (
            <ul className={styles.list}>
              {points.map((point) => (
                <li key={point.point} className={styles.item}>
                  <Body1Strong>{sourceName(point.source) ?? point.source}</Body1Strong>
                  <Keeping points={[point]} />
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </Section>
  );
}

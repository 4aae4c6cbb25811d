import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Run } from '../../../../shared/model/run.ts';
import { momentWords, runWords } from '../../../../shared/text/index.ts';
import { runsTexts } from '../../../../shared/text/screens/runs/index.ts';
import { useApi } from '../../../api/index.ts';
import { useTexts, useVoice } from '../../../language/index.ts';
import { lengthOf } from '../length-of.ts';

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: tokens.spacingHorizontalXL,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    fontVariantNumeric: 'tabular-nums',
  },
  name: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: 'anywhere' },
});

/** When, how long, why then, and who asked. */
export function RunFacts({ run }: { run: Run }): ReactNode {
  const { run: texts } = useTexts(runsTexts);
  const { triggers } = useTexts(runWords);
  const { language, timeZone } = useVoice();
  const styles = useStyles();
  const { data: people = [] } = useQuery(useApi().people.list.queryOptions());
  const moment = (at: string | undefined): string | undefined => (at === undefined ? undefined : momentWords(at, language, timeZone));
  const person = people.find(({ id }) => id === run.person)?.name ?? run.person;
  const facts: [string, string | undefined][] = [
    [texts.started, moment(run.startedAt)],
    [texts.ended, moment(run.endedAt)],
    [texts.length, lengthOf(run) || undefined],
    [texts.trigger, triggers[run.trigger]],
    [texts.person, person],
  ];
  return (
    <dl className={styles.facts}>
      {facts.flatMap(([name, value]) =>
        value === undefined
          ? []
          : [
              <dt key={name} className={styles.name}>
                {name}
              </dt>,
              <dd key={`${name} is`} className={styles.value}>
                {value}
              </dd>,
            ],
      )}
    </dl>
  );
}

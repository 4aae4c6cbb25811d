import { Body1, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { RunDay } from '../../../../shared/model/run-days.ts';
import { homeTexts } from '../../../../shared/text/screens/home/index.ts';
import { useApi } from '../../../api/index.ts';
import { EmptyState } from '../../../components/feedback/index.ts';
import { Section } from '../../../components/page/index.ts';
import { QueryView } from '../../../components/query/index.ts';
import { useTexts } from '../../../language/index.ts';
import { StripPicture } from './strip-picture.tsx';
import { StripTable } from './strip-table.tsx';
import { stripOf } from './strip-of.ts';

const DAYS = 30;

const useStyles = makeStyles({ lead: { margin: 0, color: tokens.colorNeutralForeground2 } });

/** The last 30 days of runs as a picture, with its table. */
export function RunStrip(): ReactNode {
  const { strip } = useTexts(homeTexts);
  const query = useQuery(useApi().runs.days.queryOptions({ input: { days: DAYS } }));
  return (
    <Section title={strip.title}>
      <QueryView query={query} lines={3}>
        {(days) => <Strip days={days} />}
      </QueryView>
    </Section>
  );
}

function Strip({ days }: { days: readonly RunDay[] }): ReactNode {
  const { strip: texts } = useTexts(homeTexts);
  const styles = useStyles();
  const strip = stripOf(days);
  if (strip.bars.length === 0) return <EmptyState title={texts.title} body={texts.empty} />;
  return (
    <>
      <Body1 as="p" className={styles.lead}>
        {texts.lead}
      </Body1>
      <StripPicture strip={strip} />
      <StripTable strip={strip} />
    </>
  );
}

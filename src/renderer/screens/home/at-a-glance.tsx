import { Body1, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Status } from '../../../shared/contract/index.ts';
import type { Space } from '../../../shared/model/protection.ts';
import { formatBytes } from '../../../shared/format/index.ts';
import { nearMomentWords, spaceText, threeTwoOneText, tierName } from '../../../shared/text/index.ts';
import { homeTexts } from '../../../shared/text/screens/home/index.ts';
import { StateIcon } from '../../components/marks/index.ts';
import { Section } from '../../components/page/index.ts';
import { DataTable } from '../../components/table/index.ts';
import { useNames, useTexts, useVoice } from '../../language/index.ts';
import { useNow } from '../../time/index.ts';

const useStyles = makeStyles({
  grid: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 320px), 1fr))', gap: tokens.spacingHorizontalXXL },
  text: { margin: 0, maxWidth: '75ch' },
});

/** What is good to know and asks for nothing. */
export function AtAGlance({ status }: { status: Status }): ReactNode {
  const styles = useStyles();
  const { protection, nextRuns, owner } = status;
  return (
    <div className={styles.grid}>
      <NextRuns nextRuns={nextRuns} />
      <Room space={protection.space} />
      <Rule rule={protection.threeTwoOne} />
      <Owner owner={owner} />
    </div>
  );
}

function NextRuns({ nextRuns }: Pick<Status, 'nextRuns'>): ReactNode {
  const { next } = useTexts(homeTexts);
  const styles = useStyles();
  const { language, timeZone } = useVoice();
  const now = useNow();
  if (nextRuns.length === 0) {
    return (
      <Section title={next.title}>
        <Body1 as="p" className={styles.text}>
          {next.none}
        </Body1>
      </Section>
    );
  }
  return (
    <Section title={next.title}>
      <DataTable
        caption={next.title}
        rows={nextRuns}
        keyOf={({ tier }) => tier}
        columns={[
          { id: 'tier', title: next.tier, isRowHeader: true, cell: ({ tier }) => tierName(tier, language) },
          { id: 'at', title: next.at, cell: ({ at }) => nearMomentWords(at, now, language, timeZone) },
        ]}
      />
    </Section>
  );
}

function Room({ space }: { space: readonly Space[] }): ReactNode {
  const { space: texts } = useTexts(homeTexts);
  const styles = useStyles();
  const names = useNames();
  return (
    <Section title={texts.title}>
      {space.length === 0 ? (
        <Body1 as="p" className={styles.text}>
          {texts.unknown}
        </Body1>
      ) : (
        <DataTable
          caption={texts.title}
          rows={space}
          keyOf={({ destination, disk }) => `${destination}/${disk ?? ''}`}
          columns={[
            {
              id: 'place',
              title: texts.place,
              isRowHeader: true,
              cell: ({ destination, disk }) => names.placeName(destination, disk) ?? destination,
            },
            { id: 'free', title: texts.free, isNumber: true, cell: ({ freeBytes }) => formatBytes(freeBytes) },
            { id: 'when', title: texts.when, cell: (one) => spaceText(one, names.language) },
          ]}
        />
      )}
    </Section>
  );
}

function Rule({ rule }: { rule: Status['protection']['threeTwoOne'] }): ReactNode {
  const texts = useTexts(homeTexts);
  const styles = useStyles();
  const { language } = useVoice();
  return (
    <Section title={texts.rule.title}>
      <Body1 as="p" className={styles.text}>
        <StateIcon mark={rule.isMet ? 'good' : 'warning'} /> {threeTwoOneText(rule, language)}
      </Body1>
    </Section>
  );
}

function Owner({ owner: { account, background } }: Pick<Status, 'owner'>): ReactNode {
  const { owner } = useTexts(homeTexts);
  const styles = useStyles();
  return (
    <Section title={owner.title}>
      <Body1 as="p" className={styles.text}>
        <StateIcon mark={background ? 'good' : 'none'} /> {background ? owner.background(account) : owner.signedIn(account)}
      </Body1>
    </Section>
  );
}

import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { nearMomentWords, pharmacyFormTexts } from '../../../shared/text/index.ts';
import { homeTexts } from '../../../shared/text/screens/home/index.ts';
import { settingsTexts } from '../../../shared/text/screens/settings/index.ts';
import { useApi } from '../../api/index.ts';
import { QueryView } from '../../components/query/index.ts';
import { useTexts, useVoice } from '../../language/index.ts';
import { useNow } from '../../time/index.ts';

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: tokens.spacingHorizontalXL,
    rowGap: tokens.spacingVerticalM,
    margin: 0,
  },
  name: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, maxWidth: '70ch', overflowWrap: 'anywhere' },
});

/** Which program this is, in whose account, in which language, under which licence. */
export function AboutArea(): ReactNode {
  const { about: texts } = useTexts(settingsTexts);
  const { languages } = useTexts(pharmacyFormTexts);
  const { owner: words } = useTexts(homeTexts);
  const { language, timeZone } = useVoice();
  const now = useNow();
  const styles = useStyles();
  const query = useQuery(useApi().status.get.queryOptions());
  return (
    <QueryView query={query} lines={5}>
      {({ version, owner, deskMessages }) => (
        <dl className={styles.facts}>
          <dt className={styles.name}>{texts.version}</dt>
          <dd className={styles.value}>{version}</dd>
          <dt className={styles.name}>{texts.runs}</dt>
          <dd className={styles.value}>{owner.background ? words.background(owner.account) : words.signedIn(owner.account)}</dd>
          {deskMessages !== undefined && (
            <>
              <dt className={styles.name}>{texts.messages}</dt>
              <dd className={styles.value}>{texts.messagesFail(nearMomentWords(deskMessages.since, now, language, timeZone))}</dd>
            </>
          )}
          <dt className={styles.name}>{texts.language}</dt>
          <dd className={styles.value}>
            {languages[language]}. <Link href="#/settings/pharmacy">{texts.languageLead}</Link>
          </dd>
          <dt className={styles.name}>{texts.format}</dt>
          <dd className={styles.value}>{texts.formatBody}</dd>
          <dt className={styles.name}>{texts.licence}</dt>
          <dd className={styles.value}>{texts.licenceBody}</dd>
        </dl>
      )}
    </QueryView>
  );
}

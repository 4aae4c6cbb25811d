import { Body1, Body1Strong, Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { threeTwoOneTexts } from '../../../shared/text/index.ts';
import { useTexts } from '../../language/index.ts';
import { framed } from '../page/index.ts';
import { CloudPicture, DrivePicture, LockPicture, PcPicture } from './pictures.tsx';
import { isIndestructible, type PlaceOfRule, ruleOf } from './rule-of.ts';

const useStyles = makeStyles({
  frame: { ...framed, margin: 0, backgroundColor: tokens.colorNeutralBackground2 },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXXL },
  place: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    flexBasis: '200px',
    flexGrow: 1,
    color: tokens.colorBrandForeground1,
  },
  empty: { color: tokens.colorNeutralForeground3 },
  words: { display: 'flex', flexDirection: 'column', color: tokens.colorNeutralForeground1, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  lock: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, color: tokens.colorStatusSuccessForeground1 },
});

/** Where the pharmacy's data is, as a picture that fills in, with its sentence and the next thing to do. */
export function ThreeTwoOne({ places }: { places: readonly PlaceOfRule[] }): ReactNode {
  const texts = useTexts(threeTwoOneTexts);
  const styles = useStyles();
  const rule = ruleOf(places);
  const next = texts.next(rule);
  return (
    <figure className={styles.frame} aria-label={texts.title}>
      <div className={styles.row}>
        <div className={styles.place}>
          <PcPicture isThere />
          <span className={styles.words}>
            <Body1Strong>{texts.live}</Body1Strong>
          </span>
        </div>
        <Site title={texts.onSite} places={places.filter(({ destination }) => destination.site === 'on-site')} picture={DrivePicture} />
        <Site title={texts.offSite} places={places.filter(({ destination }) => destination.site === 'off-site')} picture={CloudPicture} />
      </div>
      <figcaption>
        <Body1>{texts.sentence(rule)}</Body1> {next !== undefined && <Body1Strong>{next}</Body1Strong>}
      </figcaption>
    </figure>
  );
}

interface SiteProps {
  title: string;
  places: readonly PlaceOfRule[];
  picture: (props: { isThere: boolean }) => ReactNode;
}

function Site({ title, places, picture: Picture }: SiteProps): ReactNode {
  const texts = useTexts(threeTwoOneTexts);
  const styles = useStyles();
  const isThere = ruleOf(places).copies > 1;
  return (
    <div className={mergeClasses(styles.place, !isThere && styles.empty)}>
      <Picture isThere={isThere} />
      <span className={styles.words}>
        <Body1Strong>{title}</Body1Strong>
        <Caption1 className={styles.quiet}>
          {isThere ? places.map(({ destination }) => destination.name).join(', ') : texts.missing}
        </Caption1>
        {places.some(isIndestructible) && (
          <Caption1 className={styles.lock}>
            <LockPicture /> {texts.locked}
          </Caption1>
        )}
      </span>
    </div>
  );
}

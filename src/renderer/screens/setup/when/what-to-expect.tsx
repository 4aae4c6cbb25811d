import { Body1, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { formatBytes } from '../../../../shared/format/index.ts';
import { lengthWords, momentWords, setupWhenTexts } from '../../../../shared/text/index.ts';
import { Section } from '../../../components/page/index.ts';
import { useFormStyles } from '../../../components/form/index.ts';
import { useTexts, useVoice } from '../../../language/index.ts';
import type { Expectation, PlaceExpectation } from './expectation.ts';

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground2 } });

/** Real sizes: how long the first copies take, and what an ordinary day brings. */
export function WhatToExpect({ expectation }: { expectation: Expectation }): ReactNode {
  const { sizes: texts } = useTexts(setupWhenTexts);
  const { language } = useVoice();
  const styles = useStyles();
  const { list } = useFormStyles();
  const { bytes, unmeasured, places, dailyBytes, dailyMinutes } = expectation;
  const length = dailyMinutes === undefined ? undefined : lengthWords(dailyMinutes * 60, language);
  return (
    <Section title={texts.title}>
      <ul className={list}>
        <li>{texts.all(formatBytes(bytes))}</li>
        {unmeasured.length > 0 && <li>{texts.unmeasured(unmeasured.join(', '))}</li>}
        {places.map((place) => (
          <li key={place.name}>
            <PlaceWords place={place} />
          </li>
        ))}
        <li>
          <Body1>{texts.daily(formatBytes(dailyBytes), length)}</Body1>
        </li>
      </ul>
      <Caption1 className={styles.quiet}>{texts.guess}</Caption1>
    </Section>
  );
}

function PlaceWords({ place }: { place: PlaceExpectation }): ReactNode {
  const { sizes: texts } = useTexts(setupWhenTexts);
  const { language, timeZone } = useVoice();
  switch (place.kind) {
    case 'on-site':
      return texts.onSite(place.name, lengthWords(place.minutes * 60, language));
    case 'off-site':
      return texts.offSite(place.name, momentWords(place.at.toISOString(), language, timeZone));
    case 'never':
      return texts.never(place.name);
    case 'drives':
      return texts.drives(place.name);
    default:
      return texts.noSpeed(place.name);
  }
}

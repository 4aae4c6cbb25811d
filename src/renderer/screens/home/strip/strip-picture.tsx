import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { Fragment, type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { calendarDayWords, tierName } from '../../../../shared/text/index.ts';
import { homeTexts } from '../../../../shared/text/screens/home/index.ts';
import { useTexts, useVoice } from '../../../language/index.ts';
import { barWords } from './bar-words.ts';
import { neighbour } from './neighbour.ts';
import { StripGround } from './strip-ground.tsx';
import { StripLegend } from './strip-legend.tsx';
import { CELL, StripMark } from './strip-mark.tsx';
import type { Strip, StripBar, StripLane } from './strip-of.ts';

const useStyles = makeStyles({
  picture: { display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', alignItems: 'center', columnGap: tokens.spacingHorizontalM },
  lane: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  svg: { width: '100%', height: 'auto', maxHeight: '40px', display: 'block' },
  bar: {
    outlineStyle: 'none',
    ':focus-visible > rect': { stroke: tokens.colorStrokeFocus2, strokeWidth: '2px' },
    ':hover > rect': { fill: tokens.colorNeutralBackground1Hover },
    '@media (forced-colors: active)': {
      ':focus-visible > rect': { stroke: 'Highlight' },
      ':hover > rect': { fill: 'Canvas', stroke: 'Highlight' },
    },
  },
  axis: { display: 'flex', justifyContent: 'space-between', gridColumn: '2', color: tokens.colorNeutralForeground2 },
});

/** A lane for each tier, a day beside the other. One bar is in the order of the tab key; the arrow keys go to the others. */
export function StripPicture({ strip }: { strip: Strip }): ReactNode {
  const styles = useStyles();
  const { strip: texts } = useTexts(homeTexts);
  const { language } = useVoice();
  const [current, setCurrent] = useState<StripBar | undefined>();
  const picture = useRef<HTMLDivElement>(null);
  const entrance = strip.bars.find((bar) => keyOf(bar) === (current && keyOf(current))) ?? strip.bars.at(-1);
  const go = (event: KeyboardEvent): void => {
    const next = entrance && neighbour(strip, entrance, event.key);
    if (next === undefined) return;
    event.preventDefault();
    setCurrent(next);
    picture.current?.querySelector<SVGAElement>(`[data-bar="${keyOf(next)}"]`)?.focus();
  };
  const [first, last] = [strip.days[0]?.date, strip.days.at(-1)?.date];
  return (
    <>
      {/* The arrow keys are an addition: every bar is a link of its own. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div ref={picture} className={styles.picture} onKeyDown={go}>
        {strip.lanes.map((lane) => (
          <Fragment key={lane}>
            <Caption1 className={styles.lane}>{laneName(lane)}</Caption1>
            <Lane strip={strip} lane={lane} name={laneName(lane)} entrance={entrance} onFocus={setCurrent} />
          </Fragment>
        ))}
        <Caption1 className={styles.axis} aria-hidden>
          <span>{first !== undefined && calendarDayWords(first, language)}</span>
          <span>{last !== undefined && calendarDayWords(last, language)}</span>
        </Caption1>
      </div>
      <StripLegend />
      {strip.days.some(({ isPartial }) => isPartial === true) && <Caption1>{texts.partialLead}</Caption1>}
    </>
  );

  function laneName(lane: StripLane): string {
    return lane === 'other' ? texts.other : tierName(lane, language);
  }
}

interface LaneProps {
  strip: Strip;
  lane: StripLane;
  name: string;
  /** The bar that the tab key comes to. */
  entrance: StripBar | undefined;
  onFocus: (bar: StripBar) => void;
}

function Lane({ strip: { days, bars }, lane, name, entrance, onFocus }: LaneProps): ReactNode {
  const styles = useStyles();
  return (
    <svg viewBox={`0 0 ${days.length * CELL} ${CELL}`} className={styles.svg}>
      {days.map((day, at) => {
        const bar = bars.find((one) => one.lane === lane && one.day === day);
        if (bar === undefined) return <StripGround key={day.date} x={at * CELL} isOpen={day.isOpen} />;
        return <Bar key={day.date} bar={bar} x={at * CELL} lane={name} isEntrance={bar === entrance} onFocus={onFocus} />;
      })}
    </svg>
  );
}

function Bar({
  bar,
  x,
  lane,
  isEntrance,
  onFocus,
}: {
  bar: StripBar;
  x: number;
  lane: string;
  isEntrance: boolean;
  onFocus: LaneProps['onFocus'];
}): ReactNode {
  const styles = useStyles();
  const { strip } = useTexts(homeTexts);
  const { language } = useVoice();
  const words = strip.bar(`${lane}, ${calendarDayWords(bar.day.date, language)}`, barWords(bar, strip));
  return (
    <a
      href={`#${bar.to}`}
      aria-label={words}
      tabIndex={isEntrance ? 0 : -1}
      className={styles.bar}
      data-bar={keyOf(bar)}
      onFocus={() => onFocus(bar)}
    >
      <title>{words}</title>
      <StripGround x={x} isOpen={bar.day.isOpen} />
      <StripMark look={bar.look} x={x} />
    </a>
  );
}

function keyOf({ lane, day }: StripBar): string {
  return `${lane} ${day.date}`;
}

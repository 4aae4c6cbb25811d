import { countOf } from '../../format/index.ts';
import { englishReasonSentences } from './reasons-en.ts';
import { englishTerminalSteps } from './terminal-en.ts';
import type { DisasterWords, ProtectionSentences } from './sentences.ts';

/** Sentences about protection, in English. */
export const englishProtection: ProtectionSentences = {
  headline: { protected: 'Protected', 'needs-attention': 'Needs attention', 'not-protected': 'Not protected' },
  reasons: englishReasonSentences,
  terminal: englishTerminalSteps,
  disasters: { 'pc-dies': 'If this PC dies', 'building-burns': 'If the building burns', ransomware: 'If ransomware strikes' },
  disaster: (words) => ({
    lose: words.lose === undefined ? 'something critical would be lost: not all of it is there' : `you lose at most ${words.lose} of work`,
    back: words.back === undefined ? 'how long it takes has not been measured' : `data back in about ${words.back}`,
    basis: `(${basis(words)})`,
  }),
  nothingLeft: { lose: 'everything is lost: no copy would be left', back: 'nothing could be brought back', basis: '' },
  marks: {
    fine: 'up to date',
    away: 'away',
    failing: 'failing',
    never: 'no copy yet',
    'first-upload': 'first upload under way',
    behind: 'behind',
  },
  threeTwoOne: (isMet, { copies, kinds, offSite, indestructible, errors }) =>
    `${isMet ? 'The 3-2-1-1-0 rule is met' : 'The 3-2-1-1-0 rule is not met yet'}: ${copies} copies with the live data, ${countOf(kinds, 'kind of place', 'kinds of place')}, ` +
    `${offSite} off-site, ${indestructible} that cannot be destroyed from this PC, ${errors} with errors.`,
  fullIn: (length) => (length === undefined ? 'not filling up' : `full in about ${length}`),
  yourData: 'your data',
  yourPlace: 'one of the places',
};

function basis({ place, measuredBy, measuredAt, isProven, lockedUntil }: DisasterWords): string {
  const measured =
    measuredBy === 'proof'
      ? `rehearsed ${measuredAt ?? ''}`.trim()
      : measuredBy === 'line-speed'
        ? 'at the measured speed, not rehearsed'
        : 'never rehearsed';
  return [place, measured, ...(isProven ? [] : ['not proven']), ...(lockedUntil === undefined ? [] : [`locked until ${lockedUntil}`])].join(
    ', ',
  );
}

import type { Settings } from '../../model/installation.ts';
import { type Schedule, WEEKDAYS } from '../../model/schedule.ts';
import type { Retention, Tier } from '../../model/tier.ts';
import type { Language } from '../language.ts';
import { englishTiers } from './en.ts';
import { spanishTiers } from './es.ts';
import type { TierSentences } from './sentences.ts';

const SENTENCES: Readonly<Record<Language, TierSentences>> = { en: englishTiers, es: spanishTiers };
const DAY = 24 * 60;
const SPANS = ['last', 'hourly', 'daily', 'weekly', 'monthly', 'yearly'] as const;

export function tierName(tier: Tier, language: Language): string {
  return SENTENCES[language].tiers[tier];
}

/** A schedule in words, such as `every hour while you are open, and at closing`; begins with a small letter. */
export function scheduleText(schedule: Schedule, language: Language): string {
  const words = SENTENCES[language];
  if (schedule.kind === 'at') {
    const named = WEEKDAYS.filter((day) => schedule.days?.includes(day)).map((day) => words.weekdays[day]);
    const isDaily = named.length === 0 || named.length === WEEKDAYS.length;
    return words.at(list(schedule.times.toSorted(), words.and), isDaily ? undefined : list(named, words.and));
  }
  const { minutes, during } = schedule;
  if (minutes >= DAY) return during === 'always' ? words.onceADay : words.atClosing;
  return during === 'always' ? words.everyAlways(words.every(minutes)) : words.everyWhileOpen(words.every(minutes));
}

/** What stays, as a sentence. */
export function retentionText(retention: Retention, language: Language): string {
  const words = SENTENCES[language];
  const parts = SPANS.flatMap((span) => {
    const count = retention[span] ?? 0;
    return count > 0 ? [words.keep[span](count)] : [];
  });
  return words.kept(list(parts, words.and));
}

/** What a profile is called and what it asks for. */
export function profileText(profile: Settings['profile'], language: Language): { name: string; about: string } {
  return SENTENCES[language].profiles[profile];
}

function list(parts: readonly string[], and: string): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)}`;
}

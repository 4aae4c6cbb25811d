import type { Loss, LostFacts, LossReport } from '../../model/loss.ts';
import { readableBy } from '../../model/loss.ts';
import type { Language } from '../language.ts';
import { englishLoss } from './en.ts';
import { spanishLoss } from './es.ts';
import type { LossTexts } from './loss-texts.ts';

export type { LossTexts } from './loss-texts.ts';

const TEXTS: Readonly<Record<Language, LossTexts>> = { en: englishLoss, es: spanishLoss };

/** What is said about things that are lost, in a language. */
export function lossTexts(language: Language): LossTexts {
  return TEXTS[language];
}

/** Who could read what was on it, in sentences. */
export function readableText(facts: Pick<LostFacts, 'kind'>, report: LossReport, language: Language): string {
  return TEXTS[language].readable[readableBy(facts, report)];
}

/** What has to be done now, most urgent first. */
export function lossSteps({ facts, mustRetireKey }: Pick<Loss, 'facts' | 'mustRetireKey'>, language: Language): string[] {
  const texts = TEXTS[language];
  const credentials = facts.credentialsToChange.map(({ kind, name = '' }) => texts.credentials[kind](name));
  return [
    ...(facts.isLastCopy ? [texts.lastCopy] : []),
    mustRetireKey ? texts.retireKey : texts.keepKey,
    ...(credentials.length > 0 ? credentials : [texts.noCredentials]),
  ];
}

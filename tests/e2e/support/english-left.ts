import type { Page } from 'playwright-core';
import type { Language } from '../../../src/shared/text/index.ts';

/** The words of a screen in a language, such as `homeTexts`. */
export type TextsOf = (language: Language) => object;

/** Stands for names and numbers that sentences are made with. */
const NAME = '¤';
const NUMBER = 7;
/** What is shorter may be a word of both languages, or a name. */
const SHORTEST = 12;

/** Sentences, and pieces of them, that only the English words have. */
export function englishSentences(all: readonly TextsOf[]): string[] {
  const spanish = new Set(all.flatMap((textsOf) => piecesOf(textsOf('es'))));
  return [...new Set(all.flatMap((textsOf) => piecesOf(textsOf('en'))))].filter((piece) => !spanish.has(piece));
}

/** Those of them that a page shows, or says to those who hear it. */
export async function englishLeft(page: Page, sentences: readonly string[]): Promise<string[]> {
  const shown = await page.evaluate(() => {
    const labels = [...document.querySelectorAll('[aria-label], [title]')].map(
      (element) => `${element.getAttribute('aria-label') ?? ''} ${element.getAttribute('title') ?? ''}`,
    );
    return [document.title, document.body.innerText, ...labels].join('\n');
  });
  return sentences.filter((sentence) => shown.includes(sentence));
}

function piecesOf(value: unknown): string[] {
  if (typeof value === 'string') {
    const pieces = value.split(/[¤\d]+/).map((piece) => piece.trim());
    return pieces.filter((piece) => piece.length >= SHORTEST && piece.includes(' '));
  }
  if (typeof value === 'function') return madeBy(value as (...words: unknown[]) => unknown).flatMap(piecesOf);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(piecesOf) : [];
}

/** What a sentence that depends on names or numbers says; it may take only one of both. */
function madeBy(sentence: (...words: unknown[]) => unknown): unknown[] {
  return [NAME, NUMBER].flatMap((word) => {
    try {
      return [sentence(word, word, word, word)];
    } catch {
      return [];
    }
  });
}

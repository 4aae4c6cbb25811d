import { ORPCError } from '@orpc/client';
import type { ErrorCode, ErrorReport } from '../../shared/errors/index.ts';
import { type Language, pageTexts, sentence } from '../../shared/text/index.ts';
import { ConnectionLost } from './connection.ts';

/** What went wrong and what to do next, for a person. */
export function failureSentence(error: unknown, language: Language): string {
  const texts = pageTexts(language).failures;
  if (error instanceof ConnectionLost) return texts.ownerGone;
  if (!(error instanceof ORPCError)) return texts.unexpected;
  if (error.code === 'FORBIDDEN') return texts.forbidden;
  return error.code === 'LIFEBOAT' ? sentence(error.data as ErrorReport, language) : texts.unexpected;
}

/** The code of a failure of normal life; undefined for any other. */
export function failureCode(error: unknown): ErrorCode | undefined {
  return error instanceof ORPCError && error.code === 'LIFEBOAT' ? (error.data as ErrorReport).code : undefined;
}

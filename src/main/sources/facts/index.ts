/** Numbers and dates out of databases, and nothing else. */
export { answerFact, isQuestion } from './answer.ts';
export { epochDate, isPrivateName, isTellingName, writtenDate } from './dates.ts';

/** Words at the end of a sentence, with its full stop. Spanish times have one of their own: "a. m." */
export function fullStop(words: string): string {
  return words.endsWith('.') ? words : `${words}.`;
}

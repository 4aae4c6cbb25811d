/** A command line as its words: spaces part them, single and double quotes keep them together. A backslash stands for itself. */
export function splitWords(line: string): string[] {
  const words: string[] = [];
  for (const [word] of line.matchAll(/(?:[^\s"']+|"[^"]*"|'[^']*')+/g)) words.push(word.replace(/"([^"]*)"|'([^']*)'/g, '$1$2'));
  return words;
}

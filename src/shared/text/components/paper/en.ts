import type { PaperTexts } from './texts.ts';

/** Typing what is printed on a recovery kit, in English. */
export const englishPaper: PaperTexts = {
  key: 'Recovery key',
  keyHint: 'Seven groups of four, as printed on the paper. It is used now and kept nowhere.',
  group: (group) => `Group ${group} of 7`,
  wrongCharacter: (group) => `Group ${group} has a character that no recovery key has. Compare it with the paper.`,
  wrongGroup: (group) => `Group ${group} is not as it is on the paper. Compare it, character by character.`,
  wrongSomewhere: 'Something is not as it is on the paper. Compare it group by group.',
  keyIsWhole: 'The key is whole.',
  code: 'Access code',
  codeHint: 'Scan the square code with a hand scanner, or type the numbered lines from the paper, one below the other.',
  wrongLine: (line, group) =>
    group === undefined
      ? `Line ${line} is not as it is on the paper.`
      : `Line ${line}: look at group ${group}, it is not as it is on the paper.`,
  shortLine: (line) => `Line ${line} is too short.`,
  longLine: (line) => `Line ${line} is too long.`,
  otherCode: 'This is no access code of a recovery kit, or it was made by a newer Lifeboat.',
  linesRead: (read, all) => (all === undefined ? `${read} lines are right.` : `${read} of ${all} lines are right.`),
  codeIsWhole: 'The access code is whole.',
};

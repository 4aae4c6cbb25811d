/** One language's words for typing what is printed on a recovery kit. */
export interface PaperTexts {
  key: string;
  keyHint: string;
  group: (group: number) => string;
  wrongCharacter: (group: number) => string;
  wrongGroup: (group: number) => string;
  wrongSomewhere: string;
  keyIsWhole: string;
  code: string;
  codeHint: string;
  wrongLine: (line: number, group: number | undefined) => string;
  shortLine: (line: number) => string;
  longLine: (line: number) => string;
  otherCode: string;
  linesRead: (read: number, all: number | undefined) => string;
  codeIsWhole: string;
}

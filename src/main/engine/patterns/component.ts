/** One component of a pattern, between two separators, in the language of Go's `filepath.Match`. */
export type Component =
  | { kind: 'literal'; text: string }
  /** `**`: any number of components, none too. */
  | { kind: 'any-depth' }
  | { kind: 'glob'; tokens: readonly Token[] };

type Token =
  | { kind: 'character'; code: number }
  /** `?`: any one character. */
  | { kind: 'one' }
  /** `*`: any run of characters. */
  | { kind: 'run' }
  | { kind: 'class'; negated: boolean; ranges: readonly Range[] };

type Range = readonly [low: number, high: number];

const BACKSLASH = '\\';

/** Parses a component; undefined if it is malformed. `escapes`: whether a backslash takes the next character literally. */
export function parseComponent(text: string, escapes: boolean): Component | undefined {
  if (text === '**') return { kind: 'any-depth' };
  if (!(escapes ? /[\\[\]*?]/ : /[[\]*?]/).test(text)) return { kind: 'literal', text };
  const reader = new Reader(text, escapes);
  const tokens: Token[] = [];
  while (!reader.atEnd) {
    const token = parseToken(reader);
    if (!token) return undefined;
    tokens.push(token);
  }
  return { kind: 'glob', tokens };
}

/** Whether a whole name fits a component; `any-depth` fits every one. Time grows at most with the product of both lengths. */
export function matchComponent(component: Component, name: string): boolean {
  if (component.kind === 'literal') return component.text === name;
  return component.kind === 'any-depth' || matchTokens(component.tokens, name);
}

/**
 * Walks both together; at a mismatch, the last `*` takes one character more. Going back further than that `*` cannot
 * help, so nothing grows exponentially.
 */
function matchTokens(tokens: readonly Token[], name: string): boolean {
  let token = 0;
  let at = 0;
  let lastRun = -1;
  let runEnd = 0;
  while (at < name.length) {
    const code = name.codePointAt(at) as number;
    const current = tokens[token];
    if (current?.kind === 'run') {
      lastRun = token++;
      runEnd = at;
    } else if (current && fits(current, code)) {
      token += 1;
      at += unitsOf(code);
    } else if (lastRun >= 0) {
      runEnd += unitsOf(name.codePointAt(runEnd) as number);
      at = runEnd;
      token = lastRun + 1;
    } else {
      return false;
    }
  }
  while (tokens[token]?.kind === 'run') token += 1;
  return token === tokens.length;
}

function fits(token: Token, code: number): boolean {
  if (token.kind === 'character') return token.code === code;
  if (token.kind === 'class') return token.ranges.some(([low, high]) => low <= code && code <= high) !== token.negated;
  return true;
}

function unitsOf(code: number): number {
  return code > 0xffff ? 2 : 1;
}

function parseToken(reader: Reader): Token | undefined {
  const character = reader.next();
  if (character === '*') return { kind: 'run' };
  if (character === '?') return { kind: 'one' };
  if (character === '[') return parseClass(reader);
  const literal = reader.unescape(character);
  return literal === undefined ? undefined : { kind: 'character', code: codeOf(literal) };
}

/** `[abc]`, `[a-z]`, `[^a-z]`; never empty; a `-` that stands for itself must be escaped. */
function parseClass(reader: Reader): Token | undefined {
  const negated = reader.skip('^');
  const ranges: Range[] = [];
  do {
    const range = parseRange(reader);
    if (!range) return undefined;
    ranges.push(range);
  } while (!reader.skip(']'));
  return { kind: 'class', negated, ranges };
}

function parseRange(reader: Reader): Range | undefined {
  const low = parseClassCharacter(reader);
  if (low === undefined) return undefined;
  const high = reader.skip('-') ? parseClassCharacter(reader) : low;
  return high === undefined ? undefined : [low, high];
}

function parseClassCharacter(reader: Reader): number | undefined {
  const character = reader.next();
  if (character === undefined || character === '-' || character === ']') return undefined;
  const literal = reader.unescape(character);
  return literal === undefined ? undefined : codeOf(literal);
}

function codeOf(character: string): number {
  return character.codePointAt(0) as number;
}

/** Hands out a pattern's characters one by one. */
class Reader {
  private readonly characters: readonly string[];
  private readonly escapes: boolean;
  private at = 0;

  constructor(text: string, escapes: boolean) {
    this.characters = [...text];
    this.escapes = escapes;
  }

  get atEnd(): boolean {
    return this.at >= this.characters.length;
  }

  next(): string | undefined {
    return this.characters[this.at++];
  }

  skip(character: string): boolean {
    if (this.characters[this.at] !== character) return false;
    this.at += 1;
    return true;
  }

  /** What `character`, just handed out, stands for: after a backslash the next one. */
  unescape(character: string | undefined): string | undefined {
    return this.escapes && character === BACKSLASH ? this.next() : character;
  }
}

import type { PutBackWay, Replaced } from '../../src/main/sources/index.ts';

/** In place; what it is told before anything is replaced goes into `recorded`. */
export function inPlace(keepIn: string, recorded: Replaced[] = []): PutBackWay {
  const beforeReplacing = async (replaced: Replaced): Promise<void> => void (await Promise.resolve(recorded.push(replaced)));
  return { way: 'in-place', keepIn, beforeReplacing };
}

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';

const MiB = 1024 * 1024;
const allocator = fileURLToPath(new URL('../../../../../src/main/engine/filesystem/native/allocator.ts', import.meta.url));

/** In a process of its own, in which nothing else takes or frees memory: megabytes that stay resident of 20 that were filled and given up. */
const program = (prepare: string): string => `
  import { returnLargeMemory } from ${JSON.stringify(allocator)};
  ${prepare}
  const fill = () => Buffer.allocUnsafeSlow(20 * ${MiB}).fill(1).buffer;
  const giveUp = (buffer) => void buffer.transfer(0);
  giveUp(fill()); // glibc takes the next one of this size from a heap of its own
  const before = process.memoryUsage.rss();
  giveUp(fill());
  console.log(Math.round((process.memoryUsage.rss() - before) / ${MiB}));`;

function kept(prepare: string): number {
  const args = ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', program(prepare)];
  return Number(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}

const isGlibc = process.platform === 'linux' && !existsSync('/lib/ld-musl-x86_64.so.1');

(isGlibc ? describe : describe.skip)('large memory', () => {
  test('goes back to the system when it is given up, which it does not by itself', () => {
    expect(kept('')).toBeGreaterThan(10);
    expect(kept('returnLargeMemory();')).toBeLessThan(5);
  });
});

/** A process of its own, bundled as the app is: backs up bytes generated on the way into a place that only counts, and says how memory went. */
import { performance } from 'node:perf_hooks';
import { setInterval } from 'node:timers';
import { noise } from '../demo/sample-pharmacy/random.ts';
import { formatBytes, formatCount } from '../src/shared/format/index.ts';
import { systemClock } from '../src/main/clock.ts';
import { backup, createEngine } from '../src/main/engine/index.ts';
import { CountingBackend } from '../tests/support/counting-backend.ts';
import { password } from './tools/tool.ts';

/** Lines that show how memory went. */
const STAGES = 10;
const SAMPLE_EVERY = 100;
const PIECE = 1 << 20;
const TEXT_PART = PIECE / 4;

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function backUpGenerated(bytes: number): Promise<void> {
  say(`Backup of ${formatBytes(bytes)} generated on the way, a quarter text, the rest noise, no piece like another:`);
  const engine = createEngine({
    clock: systemClock,
    identity: { hostname: 'bench', username: 'bench', uid: 0, gid: 0, pid: process.pid },
    program: 'lifeboat bench',
  });
  const place = new CountingBackend();
  try {
    await engine.init(place, password);
    const session = await engine.open(place, password, 'appending');
    const meter = new MemoryMeter(bytes);
    try {
      const open = (): AsyncIterable<Uint8Array> => generated(bytes, (done) => meter.reach(done));
      const result = await backup(session, { source: { kind: 'stream', name: 'limits.bin', open, expectedBytes: bytes, givesAway: true } });
      meter.end();
      say(`${formatCount(result.counts.dataBlobs)} blobs, ${formatCount(place.packs)} packs, ${formatBytes(place.bytes)} stored.`);
    } finally {
      meter.end();
      await session.close();
    }
  } finally {
    await engine.close();
  }
}

/** Notes the largest resident memory of each tenth of the way. */
class MemoryMeter {
  readonly #total: number;
  readonly #timer: NodeJS.Timeout;
  readonly #start = performance.now();
  #peak = 0;
  #stage = 1;

  constructor(total: number) {
    this.#total = total;
    this.#timer = setInterval(() => (this.#peak = Math.max(this.#peak, process.memoryUsage.rss())), SAMPLE_EVERY);
  }

  reach(done: number): void {
    if (done < (this.#total * this.#stage) / STAGES) return;
    const seconds = (performance.now() - this.#start) / 1000;
    say(`  ${formatBytes(done).padStart(9)}  peak memory of this tenth ${formatBytes(this.#peak)}, ${seconds.toFixed(0)} s`);
    this.#peak = 0;
    this.#stage += 1;
  }

  end(): void {
    clearInterval(this.#timer);
  }
}

/** `total` bytes in pieces that never repeat. */
async function* generated(total: number, onDone: (done: number) => void): AsyncGenerator<Uint8Array> {
  const pool = noise('limits', 4 * PIECE);
  for (let done = 0, number = 0; done < total; number++) {
    const piece = Buffer.from(pool.subarray((number * 4099) % (3 * PIECE)).subarray(0, Math.min(PIECE, total - done)));
    const line = Buffer.from(`claim ${number} of a pharmacy that does not exist\n`);
    if (piece.length === PIECE) piece.fill(line, 0, TEXT_PART);
    // A stamp every few kilobytes, so that no cut makes a piece that was there before.
    for (let at = TEXT_PART; at + 8 <= piece.length; at += 4096) piece.writeDoubleLE(number + at / PIECE, at);
    done += piece.length;
    yield piece;
    onDone(done);
  }
}

await backUpGenerated(Number(process.argv[2]));

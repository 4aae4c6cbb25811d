/** Files and plain bytes. */
export interface Amount {
  files: number;
  bytes: number;
}

/** What a job had done when it was looked at. */
export interface Look {
  /** Milliseconds on a clock that never jumps. */
  at: number;
  done?: Amount | undefined;
  /** Undefined until a look ahead has found out; may grow. */
  total?: Amount | undefined;
}

/** What is kept of all looks at a job: the newest, and how fast it went lately. Its size does not grow with their number. */
export interface Track {
  look: Look;
  /** Seconds it was watched since it last began to count anew. */
  watched: number;
  /** Bytes and files in a second, smoothed; to be divided by `weight`, which is near 1 once it was watched for a while. */
  speed: Amount;
  weight: number;
}

/** What a person can be told of how a job goes on. */
export interface Estimate {
  /** 0 to 1; undefined: not known yet. */
  share: number | undefined;
  /** Undefined: not known yet, or nothing moves. */
  bytesPerSecond: number | undefined;
  secondsLeft: number | undefined;
}

/** Seconds after which a look counts for about a third: long enough to be calm, short enough to show a line that broke. */
const MEMORY = 12;
/** Seconds to watch before a speed says something, and before a time left does. */
const SPEED_AFTER = 2;
const LEFT_AFTER = 5;
/** Seconds from which on a time left only says that nothing moves. */
const LONGEST = 60 * 24 * 60 * 60;

/** Takes in another look at a job. One that counts anew (its next step) begins anew. */
export function follow(track: Track | undefined, look: Look): Track {
  const before = track?.look.done ?? NOTHING;
  const now = look.done ?? NOTHING;
  if (track === undefined || now.bytes < before.bytes || now.files < before.files) return { look, watched: 0, speed: NOTHING, weight: 0 };
  const seconds = (look.at - track.look.at) / 1000;
  if (seconds <= 0) return { ...track, look: { ...look, at: track.look.at } };
  const keep = Math.exp(-seconds / MEMORY);
  const blend = (old: number, done: number): number => old * keep + (done / seconds) * (1 - keep);
  return {
    look,
    watched: track.watched + seconds,
    speed: { bytes: blend(track.speed.bytes, now.bytes - before.bytes), files: blend(track.speed.files, now.files - before.files) },
    weight: track.weight * keep + 1 - keep,
  };
}

/** How far a job has come, how fast it goes and how long it will take. */
export function estimate({ look: { done = NOTHING, total }, watched, speed, weight }: Track): Estimate {
  const unit = total !== undefined && total.bytes > 0 ? 'bytes' : 'files';
  const all = total?.[unit] ?? 0;
  const perSecond = weight > 0 ? speed[unit] / weight : 0;
  const bytesPerSecond = weight > 0 ? speed.bytes / weight : 0;
  const left = all > 0 && watched >= LEFT_AFTER && perSecond > 0 ? Math.max(0, all - done[unit]) / perSecond : Infinity;
  return {
    share: all > 0 ? Math.min(1, done[unit] / all) : undefined,
    bytesPerSecond: watched >= SPEED_AFTER && bytesPerSecond >= 1 ? bytesPerSecond : undefined,
    secondsLeft: left < LONGEST ? left : undefined,
  };
}

const NOTHING: Amount = { files: 0, bytes: 0 };

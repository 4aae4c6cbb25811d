/** Blobs from this size on are looked at before they are compressed: images and archives do not shrink. */
const LOOK_FROM = 32 * 1024;
/** Bytes of one sample; three are taken: begin, middle, end. */
const SAMPLE = 4096;
/** Bits a byte of a sample carries where compressing gains nothing worth its time. Noise of this size has about 7.98. */
const NOISE = 7.9;

const counts = new Uint32Array(256);

/**
 * Whether compressing probably pays, judged by how evenly the byte values of three samples are spread (their entropy).
 * A hundredth of the cost of trying. What repeats although its bytes are even is missed; files like that are archives.
 */
export function isCompressible(plain: Uint8Array): boolean {
  if (plain.length < LOOK_FROM) return true;
  counts.fill(0);
  for (const from of [0, (plain.length - SAMPLE) >>> 1, plain.length - SAMPLE]) {
    for (let at = from; at < from + SAMPLE; at++) counts[plain[at] as number] = (counts[plain[at] as number] as number) + 1;
  }
  const total = 3 * SAMPLE;
  let bits = 0;
  for (const count of counts) if (count > 0) bits -= count * Math.log2(count / total);
  return bits / total < NOISE;
}

import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { type Check, mustEqual, mustHold } from '../check.ts';

/** zstd as the engine asks it of `node:zlib`. */
export const compressionChecks: readonly Check[] = [{ name: 'zstd', run: checkZstd }];

function checkZstd(): string {
  const plain = Buffer.from('Take one tablet by mouth twice daily. '.repeat(2000));
  const packed = zstdCompressSync(plain, { params: { [constants.ZSTD_c_compressionLevel]: 3 } });
  mustHold('smaller', packed.length < plain.length / 10);
  mustEqual('round trip', zstdDecompressSync(packed), plain);
  mustHold(
    'a lying size is refused',
    refuses(() => zstdDecompressSync(packed, { maxOutputLength: 100 })),
  );
  mustHold(
    'damage is refused',
    refuses(() => zstdDecompressSync(packed.subarray(0, packed.length - 5))),
  );
  return `${plain.length} to ${packed.length} bytes`;
}

function refuses(act: () => unknown): boolean {
  try {
    act();
    return false;
  } catch {
    return true;
  }
}

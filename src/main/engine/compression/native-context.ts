import type { ZstdCompress, ZstdDecompress } from 'node:zlib';

/**
 * Node's zlib makes a native zstd context for each synchronous call and takes longer for that than for a small blob's
 * content. The context inside a stream object can work on one frame after the other, as zstd means it to; Node has no
 * public name for that. So what is used here is looked at first, and whoever finds it missing takes the public call.
 */
interface StreamInside {
  _handle?: NativeHandle | null;
  /** Bytes of output and of input that the last call left over. */
  _writeState?: Uint32Array;
}

interface NativeHandle {
  writeSync?: (flush: number, input: Uint8Array, inputAt: number, inputLength: number, ...output: [Uint8Array, number, number]) => void;
  onerror?: (message: string, errno: number, code: string) => void;
}

/** What one call did, in bytes. */
export interface Step {
  read: number;
  written: number;
}

/** A native context that serves many frames. */
export class NativeContext {
  private readonly stream: ZstdCompress | ZstdDecompress;
  private readonly handle: Required<NativeHandle>;
  private readonly left: Uint32Array;
  private hasFailed = false;

  /** Undefined where Node's inside is not as it is known. */
  static of(stream: ZstdCompress | ZstdDecompress): NativeContext | undefined {
    const { _handle: handle, _writeState: left } = stream as unknown as StreamInside;
    const isKnown = typeof handle?.writeSync === 'function' && 'onerror' in handle && ArrayBuffer.isView(left) && left.length === 2;
    return isKnown ? new NativeContext(stream, handle as Required<NativeHandle>, left) : undefined;
  }

  private constructor(stream: ZstdCompress | ZstdDecompress, handle: Required<NativeHandle>, left: Uint32Array) {
    this.stream = stream;
    this.handle = handle;
    this.left = left;
    // Node calls this property; there is nothing to listen to.
    Object.assign(handle, { onerror: () => (this.hasFailed = true) });
  }

  /** Reads `input` and writes `output` as far as both reach; undefined if the input makes no sense, which ends this context. */
  run(flush: number, input: Uint8Array, output: Uint8Array): Step | undefined {
    this.handle.writeSync(flush, input, 0, input.length, output, 0, output.length);
    if (this.hasFailed) return undefined;
    return { read: input.length - (this.left[1] as number), written: output.length - (this.left[0] as number) };
  }

  close(): void {
    this.stream.destroy();
  }
}

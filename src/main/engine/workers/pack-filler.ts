import { free } from '../crypto/index.ts';
import { FillingPack } from './filling-pack.ts';
import type { FilledPack, PackRemainder } from './protocol.ts';
import type { SealedLength, Sealing } from './seal-blobs.ts';

/** The packs a thread fills, one for each upload that is under way, and memory for the next. */
export class PackFiller {
  private readonly filling = new Map<number, FillingPack>();
  private spare: ArrayBuffer | undefined;

  /** Seals a blob into the pack of upload `into`. If that filled a pack, or the blob found no room in one, it is handed to `done`. */
  add(into: number, sealing: Sealing, blob: { plain: Uint8Array; id: string }, done: (pack: FilledPack) => void): SealedLength {
    const { plain, id } = blob;
    let pack = this.filling.get(into);
    if (pack && !pack.hasRoom(plain)) done(pack.finish());
    if (!pack?.hasRoom(plain)) {
      pack = new FillingPack(sealing, this.takeSpare(), plain);
      this.filling.set(into, pack);
    }
    const sealed = pack.add(plain, id);
    if (pack.isFull) {
      this.filling.delete(into);
      done(pack.finish());
    }
    return sealed;
  }

  /** Ends an upload; what stands in its unfinished pack, if there is one. */
  drain(into: number): PackRemainder | undefined {
    const pack = this.filling.get(into);
    this.filling.delete(into);
    return pack?.remainder();
  }

  /** Takes back memory of a pack that is stored. One is enough: more would only be kept. */
  keep(memory: ArrayBuffer): void {
    if (this.spare) free(new Uint8Array(memory));
    else this.spare = memory;
  }

  private takeSpare(): ArrayBuffer | undefined {
    const { spare } = this;
    this.spare = undefined;
    return spare;
  }
}

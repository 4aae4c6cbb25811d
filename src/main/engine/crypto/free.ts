/**
 * Gives memory back at once that nobody looks at any more: left to the garbage collector it would pile up by tens of
 * megabytes, and the next piece would be written to memory that no cache knows. Memory that other views share is left alone.
 */
export function free(bytes: Uint8Array): void {
  const { buffer } = bytes;
  if (buffer instanceof ArrayBuffer && bytes.byteLength > 0 && buffer.byteLength === bytes.byteLength) buffer.transfer(0);
}

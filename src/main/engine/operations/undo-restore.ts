import { putBack } from '../keeping/index.ts';

/** Undoes a restore that kept what it replaced (`RestoreRequest.keepReplacedIn`). `value-invalid` if nothing was kept there. */
export async function undoRestore(folder: string): Promise<{ putBack: number; removed: number }> {
  return await putBack(folder);
}

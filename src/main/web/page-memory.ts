import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { writeDurably } from '../profile/index.ts';

const FORMAT = 1;

const memorySchema = z.object({
  format: z.literal(FORMAT),
  /** RFC 3339. */
  savedAt: z.string(),
  /** The port that pages know. */
  port: z.int().min(1).max(65_535),
  pages: z.array(
    z.object({
      /** Of the page's public key, which opens nothing by itself. */
      digest: z.string(),
      /** RFC 3339. */
      endsAt: z.string(),
    }),
  ),
});

/** What is kept of the browser pages while no owner process runs: how they find it, and who of them may come back. No secrets. */
export type PageMemory = z.infer<typeof memorySchema>;

/** Undefined where there is none or it cannot be read: then pages need a new link, and nothing else is lost. */
export function readPageMemory(path: string): PageMemory | undefined {
  try {
    return memorySchema.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

/** Errors: those of the disk. */
export function writePageMemory(path: string, memory: Omit<PageMemory, 'format'>): void {
  writeDurably(path, `${JSON.stringify({ format: FORMAT, ...memory }, undefined, 2)}\n`);
}

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { LifeboatError } from '../../shared/errors/index.ts';
import { systemFailure } from './system-failure.ts';

const FORMAT = 1;

const contentSchema = z.object({
  format: z.literal(FORMAT),
  /** Goes up with every change: of two whole copies the higher one counts. */
  revision: z.int().nonnegative(),
  installationId: z.uuid(),
  /** RFC 3339. */
  createdAt: z.string(),
  /** Where repositories are, by repository key; no secrets. */
  locations: z.record(z.string(), z.string()),
  /** Credentials by name, sealed by the vault. */
  wrapped: z.record(z.string(), z.string()),
});
export type BootstrapContent = z.infer<typeof contentSchema>;

const fileSchema = z.object({ digest: z.string(), content: z.unknown() });

/** The file's text: the content and its digest, since a flipped bit in a sealed credential would still be JSON. */
export function bootstrapText(content: BootstrapContent): string {
  return `${JSON.stringify({ digest: digestOf(content), content }, undefined, 2)}\n`;
}

/** Of one copy. `absent`: no such file. Errors: `store-too-new`, those of the disk. */
export function readBootstrap(path: string): BootstrapContent | 'absent' | 'damaged' {
  const text = textOf(path);
  if (text === undefined) return 'absent';
  const file = fileSchema.safeParse(parsed(text));
  if (!file.success || file.data.digest !== digestOf(file.data.content)) return 'damaged';
  const { success, data } = z.object({ format: z.number() }).safeParse(file.data.content);
  if (success && data.format > FORMAT) throw new LifeboatError('store-too-new', { path, version: data.format, known: FORMAT });
  return contentSchema.safeParse(file.data.content).data ?? 'damaged';
}

export const NEW_CONTENT = { format: FORMAT, revision: 0, locations: {}, wrapped: {} } as const;

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw systemFailure(path, error);
  }
}

function digestOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import { randomBytes } from 'node:crypto';
import type { BlockBlobClient, ContainerClient } from '@azure/storage-blob';
import { type ErrorCode, isLifeboatError, LifeboatError } from '../../../../shared/errors/index.ts';
import type { Clock } from '../../../../shared/model/clock.ts';
import { type PlaceProbe, rate } from '../../probe/place-probe.ts';
import { CONFIG } from '../handle.ts';
import { accountFor } from './account.ts';
import type { AzureCredentials } from './connection-string.ts';
import { fromAzure } from './failures.ts';

/** Little enough for a slow uplink. */
const PROBE_BYTES = 1024 * 1024;
/** A folder that no reader of repositories looks into: with a credential that may only create, probes stay there. */
const FOLDER = 'lifeboat-probe';

export interface AzureProbe {
  container: string;
  prefix: string;
  credentials: AzureCredentials | undefined;
  clock: Clock;
  signal?: AbortSignal;
}

/** Tries a container; one that is not there is made if the credential may. */
export async function probeAzure({ container, prefix, credentials, clock, signal }: AzureProbe): Promise<PlaceProbe> {
  const location = `azure:${prefix === '' ? container : `${container}/${prefix}`}`;
  const account = accountFor(container, credentials, location);
  const abort = signal ? { abortSignal: signal } : {};
  try {
    const { connect } = await import('./client.ts');
    const client = connect(account);
    if (account.sharedKey) await client.createIfNotExists(abort);
    const name = `${FOLDER}/${randomBytes(8).toString('hex')}`;
    const blob = client.getBlockBlobClient(prefix === '' ? name : `${prefix}/${name}`);
    const content = randomBytes(PROBE_BYTES);
    const sent = await timed(clock, async () => await blob.upload(content, content.length, { ...abort, conditions: { ifNoneMatch: '*' } }));
    const got = await timed(clock, async () => await blob.downloadToBuffer(0, undefined, abort));
    if (Buffer.compare(got.result, content) !== 0) throw new LifeboatError('save-lost', { location, type: 'probe', name });
    return {
      bytesPerSecondWritten: rate(PROBE_BYTES, sent.milliseconds),
      bytesPerSecondRead: rate(PROBE_BYTES, got.milliseconds),
      ...(sent.result.date && { clockDifferenceSeconds: Math.round((sent.result.date.getTime() - clock.now().getTime()) / 1000) }),
      canDestroy: await canDestroy(blob, content, location, clock),
      // Only an account that keeps versions names one.
      versioning: sent.result.versionId !== undefined,
      ...(await protections(client, account.sharedKey !== undefined)),
    };
  } catch (error) {
    if (error instanceof LifeboatError) throw error;
    throw fromAzure(error, { location, clock, handle: CONFIG });
  }
}

/** Tries to replace what was written, then to remove it. Either is enough for an attacker. */
async function canDestroy(blob: BlockBlobClient, content: Uint8Array, location: string, clock: Clock): Promise<boolean> {
  const isAllowed = async (work: () => Promise<unknown>): Promise<boolean> => {
    try {
      await work();
      return true;
    } catch (error) {
      const failure = fromAzure(error, { location, clock, handle: CONFIG });
      if (isLifeboatError(failure) && REFUSALS.has(failure.code)) return false;
      throw failure;
    }
  };
  const replaced = await isAllowed(async () => await blob.upload(content.subarray(0, 1), 1));
  const removed = await isAllowed(async () => await blob.delete());
  return replaced || removed;
}

/** Answers that say no. A line that breaks says nothing, and a place must not be called safe for it. */
const REFUSALS: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['permission-denied', 'locked-until', 'credential-refused']);

/** What the service says of its protections; what the credential may not ask stays out. */
async function protections(client: ContainerClient, isAccount: boolean): Promise<Partial<PlaceProbe>> {
  const container = await client.getProperties().catch(() => undefined);
  const policy = isAccount ? await deletePolicy(client) : undefined;
  return {
    ...(container && { hasImmutabilityPolicy: container.hasImmutabilityPolicy === true || container.hasLegalHold === true }),
    ...(policy?.enabled === true && policy.days !== undefined && { softDeleteDays: policy.days }),
  };
}

async function deletePolicy(client: ContainerClient): Promise<{ enabled: boolean; days?: number } | undefined> {
  const { BlobServiceClient } = await import('@azure/storage-blob');
  const address = new URL(client.url);
  address.pathname = address.pathname.slice(0, address.pathname.lastIndexOf('/'));
  const properties = await new BlobServiceClient(address.href, client.credential).getProperties().catch(() => undefined);
  return properties?.deleteRetentionPolicy;
}

async function timed<T>(clock: Clock, work: () => Promise<T>): Promise<{ result: T; milliseconds: number }> {
  const started = clock.uptime();
  const result = await work();
  return { result, milliseconds: clock.uptime() - started };
}

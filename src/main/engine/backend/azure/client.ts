import { AnonymousCredential, BlobServiceClient, type ContainerClient, newPipeline, StorageSharedKeyCredential } from '@azure/storage-blob';
import type { AzureAccount } from './account.ts';

/**
 * The SDK's client of a container. It repeats nothing by itself: a lost answer is our business, see the retry wrapper.
 * This file is loaded at the first request, since the SDK takes a third of a second to load.
 */
export function connect({ url, sharedKey, token }: AzureAccount): ContainerClient {
  const credential = sharedKey ? new StorageSharedKeyCredential(sharedKey.name, sharedKey.key) : new AnonymousCredential();
  const pipeline = newPipeline(credential, { retryOptions: { maxTries: 1 }, keepAliveOptions: { enable: true } });
  const at = url.pathname.lastIndexOf('/');
  const account = new URL(url);
  account.pathname = url.pathname.slice(0, at);
  const address = token === undefined ? account.href : `${account.href}?${token}`;
  return new BlobServiceClient(address, pipeline).getContainerClient(url.pathname.slice(at + 1));
}

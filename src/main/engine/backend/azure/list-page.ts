import type { ContainerClient, ContainerListBlobFlatSegmentResponse } from '@azure/storage-blob';
import type { FileInfo, FileType } from '../backend.ts';
import type { BlobNames } from './blob-names.ts';

export interface ListPage {
  files: FileInfo[];
  /** Where the next page begins; undefined after the last. */
  continuation: string | undefined;
}

export interface ListRequest {
  type: Exclude<FileType, 'config'>;
  names: BlobNames;
  /** Files at most. */
  pageSize: number;
  continuation: string | undefined;
}

/** One page of a type's files, in one request. */
export async function listPage(container: ContainerClient, request: ListRequest, abortSignal: AbortSignal): Promise<ListPage> {
  const { type, names, pageSize, continuation } = request;
  const listing = container.listBlobsFlat({ prefix: names.folderOf(type), abortSignal });
  const pages = listing.byPage({ maxPageSize: pageSize, ...(continuation !== undefined && { continuationToken: continuation }) });
  const result = (await pages.next()) as IteratorResult<ContainerListBlobFlatSegmentResponse, undefined>;
  if (result.done === true) return { files: [], continuation: undefined };
  const { segment, continuationToken } = result.value;
  const files: FileInfo[] = [];
  for (const { name: blobName, properties } of segment.blobItems) {
    const name = names.fileIn(type, blobName);
    if (name !== undefined) files.push({ name, size: properties.contentLength ?? 0 });
  }
  return { files, continuation: continuationToken };
}

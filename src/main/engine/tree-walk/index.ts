/** Ways through snapshots and their trees: by path, or each tree once. */
export { type BlobSet, emptyBlobSet } from './blob-set.ts';
export { type FoundNode, findNode, pathParts } from './find-node.ts';
export { type LoadedSnapshots, loadSnapshots } from './load-snapshots.ts';
export { contentOf, isDamagedNode } from './node-content.ts';
export { parseSnapshotReference, type SnapshotReference } from './snapshot-reference.ts';
export { MAX_DEPTH, type WalkOptions, type WalkStep, walkTree } from './walk-tree.ts';
export { type TreeVisitor, walkTrees } from './walk-trees.ts';

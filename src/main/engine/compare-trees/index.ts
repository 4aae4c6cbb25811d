export { BlobBalance } from './blob-balance.ts';
export { compareTrees, type TreeDifference, type TreeVisits } from './compare-trees.ts';

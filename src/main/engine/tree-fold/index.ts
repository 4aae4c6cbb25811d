export { type FolderBelow, type FoldPlace, type FoldRules, TreeFold, type TreeFoldOptions } from './tree-fold.ts';

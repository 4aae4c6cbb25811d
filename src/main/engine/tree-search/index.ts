export { compareFindings, type Change } from './compare-findings.ts';
export type { Criterion, Finding } from './criterion.ts';
export { type NameCriteria, nameCriterion, type NamedFinding } from './name-criterion.ts';
export { objectCriterion, type ObjectFinding, type WantedObjects } from './object-criterion.ts';
export { TreeSearch } from './tree-search.ts';
export { type FoundVersionRuns, VersionLog } from './version-log.ts';
export { walkFindings } from './walk-findings.ts';

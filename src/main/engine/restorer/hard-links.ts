import type { PlannedFile } from './restore-plan.ts';

/** Files of a snapshot that were one file with several names, in the order of the walk. */
export type LinkGroup = PlannedFile[];

/** Groups of hard links, by each member but the first. */
export interface HardLinks {
  followers: Map<PlannedFile, LinkGroup>;
}

/** Finds the hard links among `files`: same inode on the same device, and the same content. */
export function groupHardLinks(files: readonly PlannedFile[]): HardLinks {
  const groups = new Map<string, LinkGroup>();
  const followers = new Map<PlannedFile, LinkGroup>();
  for (const file of files) {
    const key = linkKey(file);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [file]);
    // An inode that got new content while the backup ran is another file by now.
    else if (isSameContent(group[0] as PlannedFile, file)) {
      group.push(file);
      followers.set(file, group);
    }
  }
  return { followers };
}

/** The member of a group that comes first, is before `file` and will be there with the snapshot's content; undefined if none. */
export function leaderOf(group: LinkGroup, file: PlannedFile): PlannedFile | undefined {
  for (const member of group) {
    if (member === file) return undefined;
    if (member.linkTo === undefined && (member.action === 'new' || member.action === 'replace' || member.action === 'unchanged'))
      return member;
  }
  return undefined;
}

function linkKey({ node }: PlannedFile): string | undefined {
  if (node.inode === undefined || node.links === undefined || node.links <= 1) return undefined;
  return `${node.device_id ?? 0}:${node.inode}`;
}

function isSameContent(a: PlannedFile, b: PlannedFile): boolean {
  return a.content.length === b.content.length && a.content.every((blob, i) => blob === b.content[i]);
}

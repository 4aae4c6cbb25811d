import { closeSync, fsyncSync, linkSync, openSync, renameSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { codeOf, type Facts } from './facts.ts';

/** What can be done with files, and what cannot. */
export const fileFacts: Facts = {
  createOnce: () => {
    closeSync(openSync('D:\\once', 'wx'));
    return codeOf(() => openSync('D:\\once', 'wx'));
  },
  syncFile: () => {
    writeFileSync('D:\\synced', 'x');
    return ['r+', 'r'].map((flags) => codeOf(() => sync('D:\\synced', flags)));
  },
  syncFolder: () => codeOf(() => sync('D:\\', 'r')),
  moveOpen: () => {
    writeFileSync('D:\\open', 'x');
    const file = openSync('D:\\open', 'r+');
    const renamed = codeOf(() => (renameSync('D:\\open', 'D:\\moved'), 'renamed'));
    const removed = codeOf(() => (unlinkSync('D:\\moved'), 'removed'));
    closeSync(file);
    return [renamed, removed];
  },
  hardLink: () => {
    writeFileSync('D:\\first', 'x');
    linkSync('D:\\first', 'D:\\second');
    return statSync('D:\\second').nlink;
  },
};

function sync(path: string, flags: string): string {
  const file = openSync(path, flags);
  try {
    fsyncSync(file);
    return 'done';
  } finally {
    closeSync(file);
  }
}

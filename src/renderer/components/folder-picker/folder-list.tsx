import { makeStyles, Text, tokens, useArrowNavigationGroup } from '@fluentui/react-components';
import { DocumentRegular, FolderFilled } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { formatBytes } from '../../../shared/format/index.ts';
import type { FolderEntry, ListedFolder } from '../../../shared/model/folder.ts';
import { folderPickerTexts } from '../../../shared/text/index.ts';
import { useTexts } from '../../language/index.ts';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: tokens.spacingVerticalXS,
    maxHeight: 'min(320px, 40vh)',
    minHeight: '96px',
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  entry: {
    width: '100%',
    boxSizing: 'border-box',
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    border: 'none',
    borderRadius: tokens.borderRadiusSmall,
    background: 'none',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  name: { flexGrow: 1, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2, flexShrink: 0, fontVariantNumeric: 'tabular-nums' },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase500 },
  empty: { padding: tokens.spacingHorizontalM, color: tokens.colorNeutralForeground2 },
});

export interface FolderListProps {
  folder: ListedFolder;
  kind: 'folder' | 'file';
  isHiddenShown: boolean;
  onGo: (path: string) => void;
  onChoose: (path: string) => void;
}

/** What is in a folder. A folder opens; a file is chosen, where files are wanted. Arrow keys go through it. */
export function FolderList({ folder, kind, isHiddenShown, onGo, onChoose }: FolderListProps): ReactNode {
  const texts = useTexts(folderPickerTexts);
  const styles = useStyles();
  const arrows = useArrowNavigationGroup({ axis: 'vertical', memorizeCurrent: true });
  const shown = folder.entries.filter(
    ({ isFolder, isHidden, isSystem }) => (isFolder || kind === 'file') && (isHiddenShown || (!isHidden && !isSystem)),
  );
  return (
    <>
      <ul className={styles.list} aria-label={texts.list} {...arrows}>
        {shown.length === 0 && <li className={styles.empty}>{kind === 'folder' ? texts.noFolders : texts.empty}</li>}
        {shown.map((entry) => (
          <li key={entry.path}>
            <Entry entry={entry} onPick={() => (entry.isFolder ? onGo(entry.path) : onChoose(entry.path))} />
          </li>
        ))}
      </ul>
      {folder.isCut && <Text>{texts.cut}</Text>}
    </>
  );
}

function Entry({ entry: { name, isFolder, isSystem, bytes }, onPick }: { entry: FolderEntry; onPick: () => void }): ReactNode {
  const texts = useTexts(folderPickerTexts);
  const styles = useStyles();
  const Icon = isFolder ? FolderFilled : DocumentRegular;
  return (
    <button type="button" className={styles.entry} onClick={onPick}>
      <Icon aria-hidden className={styles.icon} />
      <span className={styles.name}>{name}</span>
      {isSystem && <span className={styles.quiet}>{texts.system}</span>}
      {bytes !== undefined && <span className={styles.quiet}>{formatBytes(bytes)}</span>}
    </button>
  );
}

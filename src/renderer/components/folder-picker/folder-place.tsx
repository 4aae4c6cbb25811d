import { Button, Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { ArrowUpRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { formatBytes } from '../../../shared/format/index.ts';
import type { FolderRoot, ListedFolder } from '../../../shared/model/folder.ts';
import { folderPickerTexts } from '../../../shared/text/index.ts';
import { useTexts } from '../../language/index.ts';

const useStyles = makeStyles({
  place: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalM },
  root: { flexGrow: 1, flexBasis: '240px', minWidth: 0 },
  path: { overflowWrap: 'anywhere', fontFamily: tokens.fontFamilyMonospace },
});

/** Where one is, and the other places one could look in. */
export function FolderPlace({ folder, onGo }: { folder: ListedFolder; onGo: (path: string) => void }): ReactNode {
  const texts = useTexts(folderPickerTexts);
  const styles = useStyles();
  const { path, parent, roots } = folder;
  const root = roots.toSorted((a, b) => b.path.length - a.path.length).find((one) => path.startsWith(one.path));
  return (
    <>
      <div className={styles.place}>
        <Field label={texts.lookIn} className={styles.root}>
          <Select value={root?.path ?? ''} onChange={(_event, data) => onGo(data.value)}>
            {root === undefined && <option value="">{path}</option>}
            {roots.map((one) => (
              <RootOption key={`${one.kind} ${one.path}`} root={one} />
            ))}
          </Select>
        </Field>
        <Button icon={<ArrowUpRegular />} disabled={parent === undefined} onClick={() => parent !== undefined && onGo(parent)}>
          {texts.up}
        </Button>
      </div>
      <Text aria-live="polite">
        {texts.here} <span className={styles.path}>{path}</span>
      </Text>
    </>
  );
}

function RootOption({ root: { path, kind, label, isRemovable, freeBytes } }: { root: FolderRoot }): ReactNode {
  const texts = useTexts(folderPickerTexts);
  const words = [
    kind === 'home' ? texts.home : texts.drive(path, label),
    ...(isRemovable ? [texts.removable] : []),
    ...(freeBytes === undefined ? [] : [texts.free(formatBytes(freeBytes))]),
  ];
  return <option value={path}>{words.join(' · ')}</option>;
}

import { Button, Checkbox, makeStyles } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { folderPickerTexts, pageTexts } from '../../../shared/text/index.ts';
import { useApi } from '../../api/index.ts';
import { useTexts } from '../../language/index.ts';
import { CloseButton, ModalDialog, useCloseDialog } from '../dialog/index.ts';
import { QueryView } from '../query/index.ts';
import { FolderList, type FolderListProps } from './folder-list.tsx';
import { FolderPlace } from './folder-place.tsx';

const useStyles = makeStyles({ hidden: { marginRight: 'auto' } });

export interface PickerDialogProps {
  kind: 'folder' | 'file';
  /** Where to begin; empty: the account's own folder. */
  start: string;
  onChoose: (path: string) => void;
  onClosed: () => void;
}

/** Looks through the PC's folders until one (or a file in one) is chosen. */
export function PickerDialog({ kind, start, onChoose, onClosed }: PickerDialogProps): ReactNode {
  const texts = useTexts(folderPickerTexts);
  const { cancel } = useTexts(pageTexts);
  const styles = useStyles();
  const [isHiddenShown, showHidden] = useState(false);
  const { query, go } = useFolder(start);
  const actions = (
    <>
      <Checkbox
        className={styles.hidden}
        label={texts.showHidden}
        checked={isHiddenShown}
        onChange={(_event, data) => showHidden(data.checked === true)}
      />
      <CloseButton>{cancel}</CloseButton>
      {kind === 'folder' && <ChooseButton path={query.data?.path} onChoose={onChoose} />}
    </>
  );
  return (
    <ModalDialog title={texts.title[kind]} onClosed={onClosed} isSpread actions={actions}>
      <QueryView query={query} lines={6}>
        {(folder) => (
          <>
            <FolderPlace folder={folder} onGo={go} />
            <Choosable folder={folder} kind={kind} isHiddenShown={isHiddenShown} onGo={go} onChoose={onChoose} />
          </>
        )}
      </QueryView>
    </ModalDialog>
  );
}

/** The list; choosing a file in it closes the dialog. */
function Choosable({ onChoose, ...list }: FolderListProps): ReactNode {
  const close = useCloseDialog();
  return (
    <FolderList
      {...list}
      onChoose={(path) => {
        onChoose(path);
        close();
      }}
    />
  );
}

function ChooseButton({ path, onChoose }: { path: string | undefined; onChoose: (path: string) => void }): ReactNode {
  const texts = useTexts(folderPickerTexts);
  const close = useCloseDialog();
  const choose = (): void => {
    if (path === undefined) return;
    onChoose(path);
    close();
  };
  return (
    <Button appearance="primary" disabled={path === undefined} onClick={choose}>
      {texts.choose}
    </Button>
  );
}

function useFolder(start: string) {
  const [path, go] = useState(start);
  const { folders } = useApi().system;
  const asked = useQuery({ ...folders.queryOptions({ input: path === '' ? {} : { path } }), placeholderData: (before) => before });
  // What stands in the field may be a file, or not there yet: looking then begins at the account's own folder.
  const isLost = asked.isError && path === start && start !== '';
  const home = useQuery({ ...folders.queryOptions({ input: {} }), enabled: isLost });
  return { query: isLost ? home : asked, go };
}

import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useReturnFocus } from '../form/index.ts';
import { folderPickerTexts, pageTexts } from '../../../shared/text/index.ts';
import { useApi } from '../../api/index.ts';
import { useTexts } from '../../language/index.ts';
import { QueryView } from '../query/index.ts';
import { FolderList } from './folder-list.tsx';
import { FolderPlace } from './folder-place.tsx';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minHeight: 0 },
  hidden: { marginRight: 'auto' },
});

export interface PickerDialogProps {
  kind: 'folder' | 'file';
  /** Where to begin; empty: the account's own folder. */
  start: string;
  onChoose: (path: string) => void;
  onClose: () => void;
}

/** Looks through the PC's folders until one (or a file in one) is chosen. */
export function PickerDialog({ kind, start, onChoose, onClose }: PickerDialogProps): ReactNode {
  useReturnFocus();
  const texts = useTexts(folderPickerTexts);
  const { cancel } = useTexts(pageTexts);
  const styles = useStyles();
  const [path, setPath] = useState(start);
  const [isHiddenShown, showHidden] = useState(false);
  const { folders } = useApi().system;
  const asked = useQuery({ ...folders.queryOptions({ input: path === '' ? {} : { path } }), placeholderData: (before) => before });
  // What stands in the field may be a file, or not there yet: looking then begins at the account's own folder.
  const isLost = asked.isError && path === start && start !== '';
  const home = useQuery({ ...folders.queryOptions({ input: {} }), enabled: isLost });
  const query = isLost ? home : asked;
  return (
    <Dialog open onOpenChange={(_event, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{texts.title[kind]}</DialogTitle>
          <DialogContent className={styles.content}>
            <QueryView query={query} lines={6}>
              {(folder) => (
                <>
                  <FolderPlace folder={folder} onGo={setPath} />
                  <FolderList folder={folder} kind={kind} isHiddenShown={isHiddenShown} onGo={setPath} onChoose={onChoose} />
                </>
              )}
            </QueryView>
          </DialogContent>
          <DialogActions fluid>
            <Checkbox
              className={styles.hidden}
              label={texts.showHidden}
              checked={isHiddenShown}
              onChange={(_event, data) => showHidden(data.checked === true)}
            />
            <Button onClick={onClose}>{cancel}</Button>
            {kind === 'folder' && (
              <Button appearance="primary" disabled={!query.data} onClick={() => query.data && onChoose(query.data.path)}>
                {texts.choose}
              </Button>
            )}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { FolderOpenRegular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import { folderPickerTexts } from '../../../shared/text/index.ts';
import { useTexts } from '../../language/index.ts';
import { PickerDialog } from './picker-dialog.tsx';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  input: { flexGrow: 1, flexBasis: '220px', minWidth: 0 },
});

export interface PathFieldProps {
  label: string;
  hint?: string;
  kind: 'folder' | 'file';
  value: string;
  onChange: (path: string) => void;
  problem?: string | undefined;
  required?: boolean;
}

/** A path of the PC that Lifeboat runs on: typed, or chosen by looking through its folders. */
export function PathField({ label, hint, kind, value, onChange, problem, required }: PathFieldProps): ReactNode {
  const texts = useTexts(folderPickerTexts);
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles.line}>
      <Field className={styles.input} label={label} hint={hint ?? null} required={required === true} validationMessage={problem ?? null}>
        {(control) => (
          <div className={styles.line}>
            <Input
              {...control}
              className={styles.input}
              value={value}
              spellCheck={false}
              autoComplete="off"
              onChange={(_event, data) => onChange(data.value)}
            />
            <Button icon={<FolderOpenRegular />} aria-label={texts.browseFor(label)} onClick={() => setOpen(true)}>
              {texts.browse}
            </Button>
          </div>
        )}
      </Field>
      {isOpen && <PickerDialog kind={kind} start={value} onClosed={() => setOpen(false)} onChoose={onChange} />}
    </div>
  );
}

import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular, DismissRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import { sourceFormTexts } from '../../../shared/text/index.ts';
import { useTexts } from '../../language/index.ts';
import { FormPathField, PathField } from '../folder-picker/index.ts';
import { TextAreaField, TextField, useFormStyles, useProblem } from '../form/index.ts';
import type { PartProps } from './form-of-source.ts';

const useStyles = makeStyles({
  path: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalS, '> :first-child': { flexGrow: 1, minWidth: 0 } },
  remove: { marginTop: '28px' },
});

/** Folders with files, and what of them is left out. */
export function FolderFields({ form }: PartProps): ReactNode {
  const texts = useTexts(sourceFormTexts);
  const styles = useStyles();
  const { paths } = useWatch({ control: form.control }) as { paths: string[] };
  const problem = useProblem();
  const put = (changed: string[]): void => form.setValue('paths', changed, { shouldValidate: form.formState.isSubmitted });
  const errors = form.formState.errors.paths as ({ type: string } | undefined)[] | undefined;
  return (
    <>
      {paths.map((path, at) => (
        // Folders have no name but their place in the list.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={at} className={styles.path}>
          <PathField
            label={texts.path(at + 1)}
            kind="folder"
            value={path}
            required
            problem={problem(errors?.[at])}
            onChange={(changed) => put(paths.map((one, index) => (index === at ? changed : one)))}
          />
          {paths.length > 1 && (
            <Button
              className={styles.remove}
              appearance="subtle"
              icon={<DismissRegular />}
              aria-label={texts.removePath(path)}
              onClick={() => put(paths.filter((_one, index) => index !== at))}
            />
          )}
        </div>
      ))}
      <div>
        <Button size="small" icon={<AddRegular />} onClick={() => put([...paths, ''])}>
          {texts.addPath}
        </Button>
      </div>
      <TextAreaField label={texts.exclude} hint={texts.excludeHint} field={form.register('exclude')} />
    </>
  );
}

/** The pharmacy system's own backup files. */
export function VendorFields({ form }: PartProps): ReactNode {
  const texts = useTexts(sourceFormTexts);
  const styles = useFormStyles();
  const { errors } = form.formState;
  return (
    <>
      <FormPathField name="folder" label={texts.folder} hint={texts.folderHint} kind="folder" />
      <div className={styles.row}>
        <TextField label={texts.pattern} hint={texts.patternHint} field={form.register('pattern')} error={errors.pattern} required />
        <TextField
          label={texts.maxAge}
          hint={texts.maxAgeHint}
          field={form.register('maxAgeHours')}
          error={errors.maxAgeHours}
          inputMode="numeric"
        />
      </div>
    </>
  );
}

/** A database that is one file. */
export function FileField(): ReactNode {
  const texts = useTexts(sourceFormTexts);
  return <FormPathField name="path" label={texts.file} hint={texts.fileHint} kind="file" />;
}

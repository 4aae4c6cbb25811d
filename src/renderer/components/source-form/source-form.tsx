import { Button, Spinner } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { useMutation } from '@tanstack/react-query';
import { type Source, type SourceKindName, sourceSchema } from '../../../shared/model/source.ts';
import { pageTexts, sourceFormTexts } from '../../../shared/text/index.ts';
import { useApi } from '../../api/index.ts';
import { useTexts } from '../../language/index.ts';
import { FailureMessage } from '../feedback/index.ts';
import { ChoiceCards, schemaResolver, useFormStyles } from '../form/index.ts';
import { CommonFields, NameField } from './common-fields.tsx';
import { FileFields, FolderFields, VendorFields } from './folder-fields.tsx';
import type { FormOfSource } from './form-of-source.ts';
import { GroupFields } from './group-fields.tsx';
import { QuestionFields } from './question-fields.tsx';
import { ServerFields } from './server-fields.tsx';
import { TestResult } from './test-result.tsx';
import { credentialsOfTyped, emptySource, idOfSource, possibleMembers, type TypedSource, typedOf, valueOfSource } from './typed-source.ts';
import { useSaveSource } from './use-save-source.ts';

export interface SourceFormProps {
  /** What to change, or a suggestion to complete; undefined: something new. */
  source?: Source | undefined;
  /** Whether `source` is stored, with its password. */
  isStored?: boolean;
  /** Everything that is protected already. */
  sources: readonly Source[];
  /** Kinds to choose from; the first is chosen. */
  kinds: readonly SourceKindName[];
  /** Where the dispensing program runs, if that was said. */
  runsOn?: Source['runsOn'] | undefined;
  onSaved: (source: Source) => void;
  onCancel: () => void;
}

/** Describes something to protect, tries it, and keeps it. */
export function SourceForm({ source, isStored = false, sources, kinds, runsOn, onSaved, onCancel }: SourceFormProps): ReactNode {
  const texts = useTexts(sourceFormTexts);
  const styles = useFormStyles();
  const possible = possibleMembers(sources, source);
  const idOf = (typed: TypedSource): string =>
    idOfSource(
      typed.name,
      source,
      sources.map(({ id }) => id),
    );
  const [start] = useState(() => (source === undefined ? emptySource(kinds[0] ?? 'folder', runsOn) : typedOf(source)));
  const form: FormOfSource = useForm<TypedSource, unknown, Source>({
    defaultValues: start,
    resolver: schemaResolver<TypedSource, Source>(sourceSchema, (typed) => valueOfSource(typed, idOf(typed), possible)),
  });
  const { kind = start.kind } = useWatch({ control: form.control });
  const test = useMutation(useApi().sources.test.mutationOptions());
  const save = useSaveSource({ before: isStored ? source : undefined, sources, onSaved });
  const credentials = (of: Source) => credentialsOfTyped(form.getValues(), of.id);
  const change = (value: SourceKindName): void => {
    const { name } = form.getValues();
    form.reset({ ...emptySource(value, runsOn), name });
    test.reset();
  };
  return (
    <FormProvider {...form}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => void form.handleSubmit((value) => save.mutate({ source: value, credentials: credentials(value) }))(event)}
      >
        {source === undefined && kinds.length > 1 && (
          <ChoiceCards
            label={texts.kind}
            choices={kinds.map((value) => ({ value, label: texts.kinds[value].name, about: texts.kinds[value].about }))}
            value={kind}
            onChange={change}
          />
        )}
        <NameField form={form} />
        <KindFields form={form} kind={kind} possible={possible} isKept={isStored} />
        <CommonFields form={form} />
        {kind !== 'folder' && kind !== 'vendor-file' && kind !== 'group' && <QuestionFields form={form} />}
        {test.isPending && <Spinner size="small" labelPosition="after" label={texts.testing} />}
        {test.data !== undefined && <TestResult found={test.data} name={form.getValues('name')} />}
        <FailureMessage error={test.error ?? save.error} />
        <Buttons
          isSaving={save.isPending}
          isTesting={test.isPending}
          onTest={() => void form.handleSubmit((value) => test.mutate({ source: value, credentials: credentials(value) }))()}
          onCancel={onCancel}
        />
      </form>
    </FormProvider>
  );
}

interface ButtonsProps {
  isSaving: boolean;
  isTesting: boolean;
  onTest: () => void;
  onCancel: () => void;
}

function Buttons({ isSaving, isTesting, onTest, onCancel }: ButtonsProps): ReactNode {
  const texts = useTexts(sourceFormTexts);
  const { cancel } = useTexts(pageTexts);
  const { buttons } = useFormStyles();
  return (
    <div className={buttons}>
      <Button type="submit" appearance="primary" disabledFocusable={isSaving}>
        {texts.save}
      </Button>
      <Button disabledFocusable={isTesting} onClick={onTest}>
        {texts.test}
      </Button>
      <Button appearance="subtle" onClick={onCancel}>
        {cancel}
      </Button>
    </div>
  );
}

interface KindFieldsProps {
  form: FormOfSource;
  kind: SourceKindName;
  possible: ReturnType<typeof possibleMembers>;
  isKept: boolean;
}

function KindFields({ form, kind, possible, isKept }: KindFieldsProps): ReactNode {
  switch (kind) {
    case 'folder':
      return <FolderFields form={form} />;
    case 'vendor-file':
      return <VendorFields form={form} />;
    case 'sqlite':
      return <FileFields form={form} />;
    case 'group':
      return <GroupFields form={form} possible={possible} />;
    default:
      return <ServerFields form={form} isKept={isKept} />;
  }
}

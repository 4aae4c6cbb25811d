import { Button, Spinner } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { useMutation } from '@tanstack/react-query';
import type { WrittenSource } from '../../../shared/model/open-forms.ts';
import { type SingleSource, type Source, type SourceKindName, sourceSchema } from '../../../shared/model/source.ts';
import { pageTexts, sourceFormTexts } from '../../../shared/text/index.ts';
import { useApi } from '../../api/index.ts';
import { useTexts } from '../../language/index.ts';
import { CloseButton, useCloseDialog } from '../dialog/index.ts';
import { FailureMessage, Notice } from '../feedback/index.ts';
import { ChoiceCards, FormButtons, schemaResolver, useFormStyles, useTellTyped } from '../form/index.ts';
import { CommonFields, NameField } from './common-fields.tsx';
import { FileField, FolderFields, VendorFields } from './folder-fields.tsx';
import type { FormOfSource } from './form-of-source.ts';
import { GroupFields } from './group-fields.tsx';
import { QuestionFields } from './question-fields.tsx';
import { ServerFields } from './server-fields.tsx';
import { type SourceTestFound, TestResult } from './test-result.tsx';
import {
  credentialsOfTyped,
  emptySource,
  idOfSource,
  needsPassword,
  possibleMembers,
  type TypedSource,
  typedOf,
  valueOfSource,
  withoutPassword,
} from './typed-source.ts';
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
  /** What stood in the form when its window was closed. */
  before?: WrittenSource | undefined;
  /** Told at first and at each change, without the password. */
  onTyped?: (typed: WrittenSource) => void;
  /** Told when something was kept and the dialog is gone. */
  onSaved?: (source: Source) => void;
}

/** In a dialog: describes something to protect, tries it, and keeps it. */
export function SourceForm(props: SourceFormProps): ReactNode {
  const { source, isStored = false, sources, kinds, runsOn, before, onTyped, onSaved } = props;
  const close = useCloseDialog();
  const texts = useTexts(sourceFormTexts);
  const styles = useFormStyles();
  const possible = possibleMembers(sources, source);
  const form = useSourceForm(props, possible);
  const { kind = kinds[0] ?? 'folder' } = useWatch({ control: form.control });
  useTellTyped(form.control, (typed) => onTyped?.(withoutPassword(typed)));
  const test = useMutation(useApi().sources.test.mutationOptions());
  const save = useSaveSource({ before: isStored ? source : undefined, sources, onSaved: (saved) => close(() => onSaved?.(saved)) });
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
        {before !== undefined && <Resumed kind={kind} />}
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
        <Outcome test={test} name={form.getValues('name')} error={test.error ?? save.error} />
        <Buttons
          said={test.data ?? test.error ?? save.error}
          isSaving={save.isPending}
          isTesting={test.isPending}
          onTest={() => void form.handleSubmit((value) => test.mutate({ source: value, credentials: credentials(value) }))()}
        />
      </form>
    </FormProvider>
  );
}

function useSourceForm(props: SourceFormProps, possible: readonly SingleSource[]) {
  const { source, sources } = props;
  const idOf = (typed: TypedSource): string =>
    idOfSource(
      typed.name,
      source,
      sources.map(({ id }) => id),
    );
  const [start] = useState(() => startOf(props));
  const form: FormOfSource = useForm<TypedSource, unknown, Source>({
    defaultValues: start,
    resolver: schemaResolver<TypedSource, Source>(sourceSchema, (typed) => valueOfSource(typed, idOf(typed), possible)),
  });
  return form;
}

/** What the form begins with: what stood in it before, else what is changed, else nothing. */
function startOf({ source, kinds, runsOn, before }: SourceFormProps): TypedSource {
  if (before !== undefined) return { ...before, password: '' };
  return source === undefined ? emptySource(kinds[0] ?? 'folder', runsOn) : typedOf(source);
}

/** The form was open when the window was closed; its password was not kept. */
function Resumed({ kind }: { kind: SourceKindName }): ReactNode {
  const texts = useTexts(sourceFormTexts);
  return <Notice intent="info" body={needsPassword(kind) ? `${texts.resumed} ${texts.passwordAgain}` : texts.resumed} />;
}

interface OutcomeProps {
  test: { isPending: boolean; data: SourceTestFound | undefined };
  name: string;
  error: unknown;
}

/** How the test goes, what it read, and what went wrong. */
function Outcome({ test, name, error }: OutcomeProps): ReactNode {
  const texts = useTexts(sourceFormTexts);
  return (
    <>
      {test.isPending && <Spinner size="small" labelPosition="after" label={texts.testing} />}
      {test.data !== undefined && <TestResult found={test.data} name={name} />}
      <FailureMessage error={error} />
    </>
  );
}

interface ButtonsProps {
  /** What was found or went wrong, above the buttons. */
  said: unknown;
  isSaving: boolean;
  isTesting: boolean;
  onTest: () => void;
}

function Buttons({ said, isSaving, isTesting, onTest }: ButtonsProps): ReactNode {
  const texts = useTexts(sourceFormTexts);
  const { cancel } = useTexts(pageTexts);
  return (
    <FormButtons said={said}>
      <Button type="submit" appearance="primary" disabledFocusable={isSaving}>
        {texts.save}
      </Button>
      <Button disabledFocusable={isTesting} onClick={onTest}>
        {texts.test}
      </Button>
      <CloseButton appearance="subtle">{cancel}</CloseButton>
    </FormButtons>
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
      return <FileField />;
    case 'group':
      return <GroupFields form={form} possible={possible} />;
    default:
      return <ServerFields form={form} isKept={isKept} />;
  }
}

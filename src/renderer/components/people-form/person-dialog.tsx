import { Button, Checkbox, Field, Select } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { type Person, ROLES } from '../../../shared/model/person.ts';
import { pageTexts, peopleFormTexts } from '../../../shared/text/index.ts';
import { useApi } from '../../api/index.ts';
import { useTexts } from '../../language/index.ts';
import { CloseButton, ModalDialog, useCloseDialog } from '../dialog/index.ts';
import { FailureMessage } from '../feedback/index.ts';
import { schemaResolver, TextField, useFormStyles } from '../form/index.ts';
import { type TypedPerson, typedPerson, valueOfPerson, type WrittenPerson, writtenPersonSchema } from './typed-person.ts';

export interface PersonDialogProps {
  /** Undefined: somebody new. */
  person: Person | undefined;
  people: readonly Person[];
  onClosed: () => void;
}

/** Who somebody is, what they may do, and whether they hear when something is wrong. */
export function PersonDialog({ person, people, onClosed }: PersonDialogProps): ReactNode {
  const texts = useTexts(peopleFormTexts);
  return (
    <ModalDialog title={person === undefined ? texts.title.add : texts.title.change(person.name)} onClosed={onClosed}>
      <PersonFields person={person} people={people} />
    </ModalDialog>
  );
}

function PersonFields({ person, people }: Omit<PersonDialogProps, 'onClosed'>): ReactNode {
  const texts = useTexts(peopleFormTexts);
  const { cancel } = useTexts(pageTexts);
  const styles = useFormStyles();
  const [taken] = useState(() => people.map(({ id }) => id));
  const form = useForm<TypedPerson, unknown, WrittenPerson>({
    defaultValues: typedPerson(person),
    resolver: schemaResolver<TypedPerson, WrittenPerson>(writtenPersonSchema, (typed) => valueOfPerson(typed, person, taken)),
  });
  const { errors } = form.formState;
  const { isNotified = true } = useWatch({ control: form.control });
  const save = useSavePerson();
  return (
    <FormProvider {...form}>
      <form className={styles.form} noValidate onSubmit={(event) => void form.handleSubmit((value) => save.mutate(value))(event)}>
        <TextField label={texts.name} field={form.register('name')} error={errors.name} required />
        <TextField label={texts.email} hint={texts.emailHint} field={form.register('email')} error={errors.email} type="email" />
        <Field label={texts.role}>
          <Select {...form.register('role')}>
            {ROLES.map((role) => (
              <option key={role} value={role}>
                {texts.roles[role]}
              </option>
            ))}
          </Select>
        </Field>
        <Checkbox
          label={texts.isNotified}
          checked={isNotified}
          onChange={(_event, data) => form.setValue('isNotified', data.checked === true)}
        />
        <FailureMessage error={save.error} />
        <div className={styles.buttons}>
          <Button type="submit" appearance="primary" disabledFocusable={save.isPending}>
            {texts.save}
          </Button>
          <CloseButton appearance="subtle">{cancel}</CloseButton>
        </div>
      </form>
    </FormProvider>
  );
}

function useSavePerson() {
  const close = useCloseDialog();
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (person: WrittenPerson) => {
      await api.people.put.call(person);
      await queries.invalidateQueries({ queryKey: api.people.key() });
    },
    onSuccess: () => close(),
  });
}

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import type { z } from 'zod';
import type { Person } from '../../../../shared/model/person.ts';
import { setupFrameTexts } from '../../../../shared/text/index.ts';
import { useApi } from '../../../api/index.ts';
import { ChoiceCards, schemaResolver, TextField, useFormStyles, useProblem } from '../../../components/form/index.ts';
import { QueryView } from '../../../components/query/index.ts';
import { useTexts } from '../../../language/index.ts';
import { StepPage } from '../step-page.tsx';
import { useSetup } from '../use-setup.ts';
import { peopleOf, type You, youOf, youSchema, valueOfYou } from './people-of-form.ts';

/** Step 2: the owner, and who is the pharmacist-in-charge. */
export function YouStep(): ReactNode {
  const query = useQuery(useApi().people.list.queryOptions());
  return <QueryView query={query}>{(people) => <YouForm people={people} />}</QueryView>;
}

function YouForm({ people }: { people: readonly Person[] }): ReactNode {
  const { you: texts } = useTexts(setupFrameTexts);
  const styles = useFormStyles();
  const { state, change } = useSetup();
  const store = useStorePeople(people);
  const [start] = useState(() => youOf(people, state.draft.you ?? {}, state.draft.people?.[0]));
  const form = useForm<You, unknown, z.infer<typeof youSchema>>({
    defaultValues: start,
    resolver: schemaResolver<You, z.infer<typeof youSchema>>(youSchema, valueOfYou),
  });
  const { errors } = form.formState;
  const pic = useWatch({ control: form.control, name: 'pic' });
  const keep = (): void => {
    const { name, email, picName, picEmail, pic: who } = form.getValues();
    change({ you: { name, email }, people: who === 'other' ? [{ role: 'pharmacist-in-charge', name: picName, email: picEmail }] : [] });
  };
  const field = (name: keyof You) => form.register(name, { onChange: keep });
  const problem = useProblem();
  const next = async (): Promise<boolean> => {
    let isStored = false;
    await form.handleSubmit(async (you) => {
      await store(you);
      isStored = true;
    })();
    return isStored;
  };
  return (
    <FormProvider {...form}>
      <StepPage step="you" title={texts.title} lead={texts.lead} onNext={next}>
        <div className={styles.form}>
          <TextField label={texts.name} field={field('name')} error={errors.name} required autoComplete="name" />
          <TextField label={texts.email} hint={texts.emailHint} field={field('email')} error={errors.email} required type="email" />
          <ChoiceCards
            label={texts.pic}
            hint={texts.picHint}
            choices={[
              { value: 'me', label: texts.picMe },
              { value: 'other', label: texts.picOther },
            ]}
            value={pic}
            required
            problem={problem(errors.pic)}
            onChange={(value: 'me' | 'other') => {
              form.setValue('pic', value, { shouldValidate: form.formState.isSubmitted });
              keep();
            }}
          />
          {pic === 'other' && (
            <div className={styles.row}>
              <TextField label={texts.picName} field={field('picName')} error={errors.picName} required />
              <TextField label={texts.picEmail} field={field('picEmail')} error={errors.picEmail} type="email" />
            </div>
          )}
        </div>
      </StepPage>
    </FormProvider>
  );
}

function useStorePeople(people: readonly Person[]): (you: z.infer<typeof youSchema>) => Promise<void> {
  const api = useApi();
  const queries = useQueryClient();
  return async (you) => {
    const { put, remove } = peopleOf(you, people);
    for (const person of put) await api.people.put.call(person);
    for (const id of remove) await api.people.remove.call({ id });
    await queries.invalidateQueries({ queryKey: api.people.key() });
  };
}

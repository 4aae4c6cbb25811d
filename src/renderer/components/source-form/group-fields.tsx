import { Checkbox, Field, FieldContextProvider, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import type { SingleSource } from '../../../shared/model/source.ts';
import { sourceFormTexts } from '../../../shared/text/index.ts';
import { useTexts } from '../../language/index.ts';
import { useProblem } from '../form/index.ts';
import type { PartProps } from './form-of-source.ts';

const useStyles = makeStyles({ members: { border: 'none', margin: 0, padding: 0, minWidth: 0 } });

/** Which sources only make sense together. */
export function GroupFields({ form, possible }: PartProps & { possible: readonly SingleSource[] }): ReactNode {
  const texts = useTexts(sourceFormTexts);
  const styles = useStyles();
  const problem = useProblem();
  const { members = [] } = useWatch({ control: form.control });
  const put = (id: string, isIn: boolean): void =>
    form.setValue('members', isIn ? [...members, id] : members.filter((one) => one !== id), { shouldValidate: form.formState.isSubmitted });
  return (
    <Field label={texts.members} hint={texts.membersHint} required validationMessage={problem(form.formState.errors.members) ?? null}>
      {({ 'aria-labelledby': label, 'aria-describedby': about }) => (
        // Boxes that took themselves for the field's control would all have its id, and each label would switch the first.
        <FieldContextProvider value={undefined}>
          <fieldset className={styles.members} aria-labelledby={label} aria-describedby={about}>
            {possible.map(({ id, name }) => (
              <div key={id}>
                <Checkbox label={name} checked={members.includes(id)} onChange={(_event, data) => put(id, data.checked === true)} />
              </div>
            ))}
          </fieldset>
        </FieldContextProvider>
      )}
    </Field>
  );
}

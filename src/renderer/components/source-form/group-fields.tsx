import { Checkbox, Field } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import type { SingleSource } from '../../../shared/model/source.ts';
import { sourceFormTexts } from '../../../shared/text/index.ts';
import { useTexts } from '../../language/index.ts';
import { useProblem } from '../form/index.ts';
import type { PartProps } from './form-of-source.ts';

/** Which sources only make sense together. */
export function GroupFields({ form, possible }: PartProps & { possible: readonly SingleSource[] }): ReactNode {
  const texts = useTexts(sourceFormTexts);
  const problem = useProblem();
  const { members = [] } = useWatch({ control: form.control });
  const put = (id: string, isIn: boolean): void =>
    form.setValue('members', isIn ? [...members, id] : members.filter((one) => one !== id), { shouldValidate: form.formState.isSubmitted });
  return (
    <Field label={texts.members} hint={texts.membersHint} required validationMessage={problem(form.formState.errors.members) ?? null}>
      <div>
        {possible.map(({ id, name }) => (
          <div key={id}>
            <Checkbox label={name} checked={members.includes(id)} onChange={(_event, data) => put(id, data.checked === true)} />
          </div>
        ))}
      </div>
    </Field>
  );
}

import { Checkbox } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import { TIERS } from '../../../shared/model/tier.ts';
import { sourceFormTexts } from '../../../shared/text/index.ts';
import { useTexts } from '../../language/index.ts';
import { ChoiceCards, TextField } from '../form/index.ts';
import type { FormOfSource, PartProps } from './form-of-source.ts';

const RUNS_ON = ['this-pc', 'other-pc', 'vendor-cloud'] as const;

export function NameField({ form }: PartProps): ReactNode {
  const texts = useTexts(sourceFormTexts);
  return <TextField label={texts.name} hint={texts.nameHint} field={form.register('name')} error={form.formState.errors.name} required />;
}

/** What every kind is asked: how much it matters, where its program runs, what is expected of it. */
export function CommonFields({ form }: PartProps): ReactNode {
  const texts = useTexts(sourceFormTexts);
  const { tier, runsOn } = useWatch({ control: form.control });
  return (
    <>
      <ChoiceCards
        label={texts.tier}
        choices={TIERS.map((value) => ({ value, label: texts.tiers[value] }))}
        value={tier}
        onChange={(value) => form.setValue('tier', value)}
      />
      <ChoiceCards
        label={texts.runsOn}
        choices={RUNS_ON.map((value) => ({ value, label: texts.runsOnChoices[value].name, about: texts.runsOnChoices[value].about }))}
        value={runsOn}
        onChange={(value) => form.setValue('runsOn', value)}
      />
      <Mark form={form} name="movesDaily" label={texts.movesDaily} />
      <Mark form={form} name="controlledSubstances" label={texts.controlled} />
    </>
  );
}

function Mark({ form, name, label }: { form: FormOfSource; name: 'movesDaily' | 'controlledSubstances'; label: string }): ReactNode {
  const isSet = useWatch({ control: form.control, name });
  return <Checkbox label={label} checked={isSet} onChange={(_event, data) => form.setValue(name, data.checked === true)} />;
}

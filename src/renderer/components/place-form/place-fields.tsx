import type { ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import { placeFormTexts } from '../../../shared/text/index.ts';
import { useTexts } from '../../language/index.ts';
import { FormPathField } from '../folder-picker/index.ts';
import { ChoiceCards, TextField } from '../form/index.ts';
import { AzureFields } from './azure-fields.tsx';
import type { FormOfPlace } from './form-of-place.ts';

const SITES = ['on-site', 'off-site'] as const;

/** What a kind of place is asked: how it is reached, where it is, and who could destroy what is there. */
export function PlaceFields({ form, isStored }: { form: FormOfPlace; isStored: boolean }): ReactNode {
  const texts = useTexts(placeFormTexts);
  const { kind = 'folder', site } = useWatch({ control: form.control });
  const { errors } = form.formState;
  const isNetwork = kind === 'network-folder';
  return (
    <>
      <TextField label={texts.name} field={form.register('name')} error={errors.name} required />
      {(kind === 'folder' || isNetwork) && (
        <FormPathField
          name="path"
          label={isNetwork ? texts.networkPath : texts.path}
          hint={isNetwork ? texts.networkHint : texts.pathHint}
          kind="folder"
        />
      )}
      {kind === 'azure' && <AzureFields form={form} isStored={isStored} />}
      <ChoiceCards
        label={texts.site}
        choices={SITES.map((value) => ({ value, label: texts.sites[value].name, about: texts.sites[value].about }))}
        value={site}
        onChange={(value) => form.setValue('site', value)}
      />
      {kind === 'usb-set' ? <AwayField form={form} /> : <IsolationField form={form} />}
    </>
  );
}

function AwayField({ form }: { form: FormOfPlace }): ReactNode {
  const texts = useTexts(placeFormTexts);
  return (
    <TextField
      label={texts.awayLimit}
      hint={texts.awayLimitHint}
      field={form.register('awayLimitDays')}
      error={form.formState.errors.awayLimitDays}
      inputMode="numeric"
    />
  );
}

function IsolationField({ form }: { form: FormOfPlace }): ReactNode {
  const texts = useTexts(placeFormTexts);
  const { kind, isolation } = useWatch({ control: form.control });
  // Only a service can refuse to delete; a folder that says so is a wish.
  if (kind !== 'azure') return undefined;
  return (
    <ChoiceCards
      label={texts.isolation}
      choices={(['online', 'immutable'] as const).map((value) => ({
        value,
        label: texts.isolations[value].name,
        about: texts.isolations[value].about,
      }))}
      value={isolation as 'online' | 'immutable'}
      onChange={(value) => form.setValue('isolation', value)}
    />
  );
}

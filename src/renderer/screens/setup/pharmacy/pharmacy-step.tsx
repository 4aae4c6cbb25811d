import { Field, Select } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type Pharmacy, pharmacySchema } from '../../../../shared/model/pharmacy.ts';
import type { SetupDraft } from '../../../../shared/model/setup-progress.ts';
import { setupFrameTexts } from '../../../../shared/text/index.ts';
import { useApi } from '../../../api/index.ts';
import { schemaResolver, TextField, useFormStyles } from '../../../components/form/index.ts';
import { hoursAreSound, OpeningHoursField, USUAL_HOURS } from '../../../components/opening-hours/index.ts';
import { QueryView } from '../../../components/query/index.ts';
import { useTexts, useVoice, type Voice } from '../../../language/index.ts';
import { StepPage } from '../step-page.tsx';
import { useSetup } from '../use-setup.ts';
import { timeZones, zoneWords } from './time-zones.ts';

/** Step 1: whose data it is, where, and when it is open. */
export function PharmacyStep(): ReactNode {
  const query = useQuery(useApi().settings.get.queryOptions());
  return <QueryView query={query}>{({ pharmacy }) => <PharmacyForm stored={pharmacy} />}</QueryView>;
}

function PharmacyForm({ stored }: { stored: Pharmacy | undefined }): ReactNode {
  const { pharmacy: texts } = useTexts(setupFrameTexts);
  const voice = useVoice();
  const styles = useFormStyles();
  const api = useApi();
  const queries = useQueryClient();
  const { state, change } = useSetup();
  const [start] = useState(() => startOf({ voice, stored, typed: state.draft.pharmacy }));
  const form = useForm<Pharmacy, unknown, Pharmacy>({ defaultValues: start, resolver: schemaResolver(pharmacySchema, (typed) => typed) });
  const typed = useWatch({ control: form.control }) as Pharmacy;
  // What was typed is kept at each change, and the page speaks another language at once.
  const put = <K extends keyof Pharmacy>(name: K, value: Pharmacy[K]): void => {
    form.setValue(name as 'name', value as string, { shouldValidate: form.formState.isSubmitted });
    change({ pharmacy: { ...form.getValues(), [name]: value } });
  };
  const store = async (): Promise<boolean> => {
    let isStored = false;
    await form.handleSubmit(async (pharmacy) => {
      if (!hoursAreSound(pharmacy.openingHours)) return;
      await api.settings.setPharmacy.call(pharmacy);
      await queries.invalidateQueries({ queryKey: api.settings.key() });
      isStored = true;
    })();
    return isStored;
  };
  const name = form.register('name', { onChange: () => change({ pharmacy: form.getValues() }) });
  return (
    <FormProvider {...form}>
      <StepPage step="pharmacy" title={texts.title} lead={texts.lead} onNext={store}>
        <div className={styles.form}>
          <TextField label={texts.name} hint={texts.nameHint} field={name} error={form.formState.errors.name} required />
          <div className={styles.row}>
            <Field label={texts.language}>
              <Select value={typed.language} onChange={(_event, data) => put('language', data.value as Pharmacy['language'])}>
                <option value="en">{texts.languages.en}</option>
                <option value="es">{texts.languages.es}</option>
              </Select>
            </Field>
            <TimeZoneField value={typed.timeZone} onChange={(zone) => put('timeZone', zone)} />
          </div>
          <OpeningHoursField value={typed.openingHours} onChange={(hours) => put('openingHours', hours)} />
        </div>
      </StepPage>
    </FormProvider>
  );
}

/** What was typed last counts, then what is kept, then what the system is set to. */
function startOf({ voice, stored, typed }: { voice: Voice; stored: Pharmacy | undefined; typed: SetupDraft['pharmacy'] }): Pharmacy {
  return {
    name: typed?.name ?? stored?.name ?? '',
    language: typed?.language ?? stored?.language ?? voice.language,
    timeZone: typed?.timeZone ?? stored?.timeZone ?? voice.timeZone,
    openingHours: typed?.openingHours ?? stored?.openingHours ?? USUAL_HOURS,
  };
}

function TimeZoneField({ value, onChange }: { value: string; onChange: (zone: string) => void }): ReactNode {
  const { pharmacy: texts } = useTexts(setupFrameTexts);
  const { usual, others } = timeZones(value);
  return (
    <Field label={texts.timeZone} hint={texts.timeZoneHint}>
      <Select value={value} onChange={(_event, data) => onChange(data.value)}>
        <optgroup label={texts.usual}>
          {usual.map((zone) => (
            <option key={zone} value={zone}>
              {zoneWords(zone)}
            </option>
          ))}
        </optgroup>
        <optgroup label={texts.others}>
          {others.map((zone) => (
            <option key={zone} value={zone}>
              {zoneWords(zone)}
            </option>
          ))}
        </optgroup>
      </Select>
    </Field>
  );
}

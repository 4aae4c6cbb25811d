import { type ReactNode, useState } from 'react';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type Pharmacy, pharmacySchema } from '../../../../shared/model/pharmacy.ts';
import type { SetupDraft } from '../../../../shared/model/setup-progress.ts';
import { setupFrameTexts } from '../../../../shared/text/index.ts';
import { useApi } from '../../../api/index.ts';
import { schemaResolver, TextField, useFormStyles } from '../../../components/form/index.ts';
import { hoursAreSound, OpeningHoursField, USUAL_HOURS } from '../../../components/opening-hours/index.ts';
import { WhereAndLanguage } from '../../../components/pharmacy-form/index.ts';
import { QueryView } from '../../../components/query/index.ts';
import { useTexts, useVoice, type Voice } from '../../../language/index.ts';
import { StepPage } from '../step-page.tsx';
import { useSetup } from '../use-setup.ts';

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
          <WhereAndLanguage
            value={typed}
            onLanguage={(language) => put('language', language)}
            onTimeZone={(zone) => put('timeZone', zone)}
          />
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

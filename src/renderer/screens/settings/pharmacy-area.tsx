import { Field, Input } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type Pharmacy, pharmacySchema } from '../../../shared/model/pharmacy.ts';
import { formTexts } from '../../../shared/text/index.ts';
import { settingsTexts } from '../../../shared/text/screens/settings/index.ts';
import { useApi } from '../../api/index.ts';
import { useFormStyles } from '../../components/form/index.ts';
import { hoursAreSound, OpeningHoursField } from '../../components/opening-hours/index.ts';
import { WhereAndLanguage } from '../../components/pharmacy-form/index.ts';
import { QueryView } from '../../components/query/index.ts';
import { useTexts, useVoice } from '../../language/index.ts';
import { SaveLine } from './save-line.tsx';
import { useStoredSettings } from './use-settings.ts';

/** Whose data it is, where, and when it is open. */
export function PharmacyArea(): ReactNode {
  const voice = useVoice();
  const query = useStoredSettings();
  return (
    <QueryView query={query} lines={8}>
      {({ pharmacy }) => (
        <PharmacyForm stored={pharmacy ?? { name: '', timeZone: voice.timeZone, language: voice.language, openingHours: {} }} />
      )}
    </QueryView>
  );
}

function PharmacyForm({ stored }: { stored: Pharmacy }): ReactNode {
  const { pharmacy: texts } = useTexts(settingsTexts);
  const { problems } = useTexts(formTexts);
  const styles = useFormStyles();
  const api = useApi();
  const queries = useQueryClient();
  const [typed, setTyped] = useState(stored);
  const [isChanged, setChanged] = useState(false);
  const work = useMutation({
    ...api.settings.setPharmacy.mutationOptions(),
    onSuccess: async () => {
      setChanged(false);
      await queries.invalidateQueries({ queryKey: api.settings.key() });
    },
  });
  const put = (more: Partial<Pharmacy>): void => {
    setTyped({ ...typed, ...more });
    setChanged(true);
  };
  const isSound = pharmacySchema.safeParse(typed).success && hoursAreSound(typed.openingHours);
  return (
    <div className={styles.form}>
      <Field label={texts.name} hint={texts.nameHint} required validationMessage={typed.name.trim() === '' ? problems.required : null}>
        <Input value={typed.name} onChange={(_event, { value }) => put({ name: value })} />
      </Field>
      <WhereAndLanguage value={typed} onLanguage={(language) => put({ language })} onTimeZone={(timeZone) => put({ timeZone })} />
      <OpeningHoursField value={typed.openingHours} onChange={(openingHours) => put({ openingHours })} />
      <SaveLine onSave={() => isSound && work.mutate(typed)} work={work} isChanged={isChanged} />
    </div>
  );
}

import { Button, Spinner } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { type Destination, type DestinationKindName, type DestinationOf, destinationSchema } from '../../../shared/model/destination.ts';
import { pageTexts, placeFormTexts } from '../../../shared/text/index.ts';
import { useApi } from '../../api/index.ts';
import { useTexts } from '../../language/index.ts';
import { FailureMessage } from '../feedback/index.ts';
import { ChoiceCards, schemaResolver, useFormStyles } from '../form/index.ts';
import { DiskSet } from './disk-set.tsx';
import type { FormOfPlace } from './form-of-place.ts';
import { PlaceFields } from './place-fields.tsx';
import { ProbeResult } from './probe-result.tsx';
import { credentialOf, emptyPlace, type TypedPlace, typedOfPlace, valueOfPlace } from './typed-place.ts';

export const PLACE_KINDS: readonly DestinationKindName[] = ['folder', 'usb-set', 'network-folder', 'azure'];

export interface PlaceFormProps {
  /** What to change; undefined: a new place. */
  place?: Destination | undefined;
  /** Ids that are taken. */
  taken: readonly string[];
  /** Kinds to choose from; the first is chosen. */
  kinds?: readonly DestinationKindName[];
  onSaved: (place: Destination) => void;
  onCancel: () => void;
}

/** Describes a place for copies, tries it, and keeps it. A set of drives then takes in its drives one by one. */
export function PlaceForm(props: PlaceFormProps): ReactNode {
  const { place, onSaved } = props;
  const [set, setSet] = useState<DestinationOf<'usb-set'>>();
  if (set !== undefined) return <DiskSet place={set} onDone={() => onSaved(set)} />;
  // A new set is of no use before it has a drive.
  return <Fields {...props} onSaved={(saved) => (saved.kind === 'usb-set' && place === undefined ? setSet(saved) : onSaved(saved))} />;
}

function Fields({ place, taken, kinds = PLACE_KINDS, onSaved, onCancel }: PlaceFormProps): ReactNode {
  const texts = useTexts(placeFormTexts);
  const { cancel } = useTexts(pageTexts);
  const styles = useFormStyles();
  const first = kinds[0] ?? 'folder';
  const [start] = useState(() => (place === undefined ? emptyPlace(first, texts.names[first]) : typedOfPlace(place)));
  const form: FormOfPlace = useForm<TypedPlace, unknown, Destination>({
    defaultValues: start,
    resolver: schemaResolver<TypedPlace, Destination>(destinationSchema, (typed) => valueOfPlace(typed, place, taken)),
  });
  const { kind = first } = useWatch({ control: form.control });
  const probe = useMutation(useApi().destinations.probe.mutationOptions());
  const save = useSavePlace(place !== undefined, onSaved);
  const request = (destination: Destination) => {
    const credential = credentialOf(form.getValues());
    return { destination, ...(credential && { credential }) };
  };
  return (
    <FormProvider {...form}>
      <form className={styles.form} noValidate onSubmit={(event) => void form.handleSubmit((value) => save.mutate(request(value)))(event)}>
        {place === undefined && kinds.length > 1 && (
          <ChoiceCards
            label={texts.kind}
            choices={kinds.map((value) => ({ value, label: texts.kinds[value].name, about: texts.kinds[value].about }))}
            value={kind}
            onChange={(value) => {
              form.reset(emptyPlace(value, texts.names[value]));
              probe.reset();
            }}
          />
        )}
        <PlaceFields form={form} isStored={place !== undefined} />
        {(probe.isPending || save.isPending) && (
          <Spinner size="small" labelPosition="after" label={save.isPending ? texts.saving : texts.testing} />
        )}
        {probe.data !== undefined && <ProbeResult probe={probe.data} kind={kind} />}
        <FailureMessage error={probe.error ?? save.error} />
        <div className={styles.buttons}>
          <Button type="submit" appearance="primary" disabledFocusable={save.isPending}>
            {texts.save}
          </Button>
          {/* A new set has no drive that could be tried, and the credential of a stored place is not given out again. */}
          {kind !== 'usb-set' && (kind !== 'azure' || place === undefined) && (
            <Button disabledFocusable={probe.isPending} onClick={() => void form.handleSubmit((value) => probe.mutate(request(value)))()}>
              {texts.test}
            </Button>
          )}
          <Button appearance="subtle" onClick={onCancel}>
            {cancel}
          </Button>
        </div>
      </form>
    </FormProvider>
  );
}

/** Keeps a place. One that is stored already is only changed: what lies there stays. */
function useSavePlace(isStored: boolean, onSaved: (place: Destination) => void) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (request: { destination: Destination; credential?: Partial<Record<string, string>> }) => {
      if (isStored) await api.destinations.update.call(request.destination);
      else await api.destinations.add.call(request);
      await queries.invalidateQueries({ queryKey: api.destinations.key() });
      return request.destination;
    },
    onSuccess: onSaved,
  });
}

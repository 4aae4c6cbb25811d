import { Button, Spinner } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import {
  type Destination,
  type DestinationKindName,
  type DestinationOf,
  destinationSchema,
  type Probe,
} from '../../../shared/model/destination.ts';
import type { WrittenPlace } from '../../../shared/model/open-forms.ts';
import { pageTexts, placeFormTexts } from '../../../shared/text/index.ts';
import { useApi } from '../../api/index.ts';
import { useTexts } from '../../language/index.ts';
import { CloseButton, useCloseDialog } from '../dialog/index.ts';
import { FailureMessage, Notice } from '../feedback/index.ts';
import { ChoiceCards, FormButtons, schemaResolver, useFormStyles, useTellTyped } from '../form/index.ts';
import { DiskSet } from './disk-set.tsx';
import type { FormOfPlace } from './form-of-place.ts';
import { PlaceFields } from './place-fields.tsx';
import { ProbeResult } from './probe-result.tsx';
import { credentialOf, emptyPlace, type TypedPlace, typedOfPlace, valueOfPlace, withoutCredential } from './typed-place.ts';

export const PLACE_KINDS: readonly DestinationKindName[] = ['folder', 'usb-set', 'network-folder', 'azure'];

export interface PlaceFormProps {
  /** What to change; undefined: a new place. */
  place?: Destination | undefined;
  /** Ids that are taken. */
  taken: readonly string[];
  /** Kinds to choose from; the first is chosen. */
  kinds?: readonly DestinationKindName[];
  /** What stood in the form when its window was closed. */
  before?: WrittenPlace | undefined;
  /** Told at first and at each change, without what opens the place; undefined: it is kept now. */
  onTyped?: (typed: WrittenPlace | undefined) => void;
}

/** In a dialog: describes a place for copies, tries it, and keeps it. A set of drives then takes in its drives one by one. */
export function PlaceForm(props: PlaceFormProps): ReactNode {
  const { place, onTyped } = props;
  const close = useCloseDialog();
  const [set, setSet] = useState<DestinationOf<'usb-set'>>();
  if (set !== undefined) return <DiskSet place={set} />;
  // A new set is of no use before it has a drive.
  const saved = (kept: Destination): void => {
    if (kept.kind !== 'usb-set' || place !== undefined) return close();
    onTyped?.(undefined);
    setSet(kept);
  };
  return <Fields {...props} onSaved={saved} />;
}

function Fields({
  place,
  taken,
  kinds = PLACE_KINDS,
  before,
  onTyped,
  onSaved,
}: PlaceFormProps & { onSaved: (place: Destination) => void }): ReactNode {
  const texts = useTexts(placeFormTexts);
  const { cancel } = useTexts(pageTexts);
  const styles = useFormStyles();
  const first = kinds[0] ?? 'folder';
  const form = usePlaceForm({ place, taken, before, first });
  const { kind = first, credential: typedCredential = '' } = useWatch({ control: form.control });
  useTellTyped(form.control, (typed) => onTyped?.(withoutCredential(typed)));
  const probe = useMutation(useApi().destinations.probe.mutationOptions());
  const save = useSavePlace(place !== undefined, onSaved);
  const request = (destination: Destination) => {
    const credential = credentialOf(form.getValues());
    return { destination, ...(credential && { credential }) };
  };
  return (
    <FormProvider {...form}>
      <form className={styles.form} noValidate onSubmit={(event) => void form.handleSubmit((value) => save.mutate(request(value)))(event)}>
        {before !== undefined && <Resumed kind={kind} />}
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
        <Outcome kind={kind} probe={probe} save={save} />
        <FormButtons said={probe.data ?? probe.error ?? save.error}>
          <Button type="submit" appearance="primary" disabledFocusable={save.isPending}>
            {texts.save}
          </Button>
          {/* A new set has no drive that could be tried, and the credential that is kept is not given out again. */}
          {kind !== 'usb-set' && (kind !== 'azure' || place === undefined || typedCredential !== '') && (
            <Button disabledFocusable={probe.isPending} onClick={() => void form.handleSubmit((value) => probe.mutate(request(value)))()}>
              {texts.test}
            </Button>
          )}
          <CloseButton appearance="subtle">{cancel}</CloseButton>
        </FormButtons>
      </form>
    </FormProvider>
  );
}

/** A form that begins with what stood in it before, else with the place that is changed, else with nothing. */
function usePlaceForm({
  place,
  taken,
  before,
  first,
}: Pick<PlaceFormProps, 'place' | 'taken' | 'before'> & { first: DestinationKindName }) {
  const { names } = useTexts(placeFormTexts);
  const [start] = useState((): TypedPlace => {
    if (before !== undefined) return { ...before, credential: '' };
    return place === undefined ? emptyPlace(first, names[first]) : typedOfPlace(place);
  });
  const form: FormOfPlace = useForm<TypedPlace, unknown, Destination>({
    defaultValues: start,
    resolver: schemaResolver<TypedPlace, Destination>(destinationSchema, (typed) => valueOfPlace(typed, place, taken)),
  });
  return form;
}

/** The form was open when the window was closed; what opens the place was not kept. */
function Resumed({ kind }: { kind: DestinationKindName }): ReactNode {
  const texts = useTexts(placeFormTexts);
  return <Notice intent="info" body={kind === 'azure' ? `${texts.resumed} ${texts.credentialAgain}` : texts.resumed} />;
}

interface OutcomeProps {
  kind: DestinationKindName;
  probe: { isPending: boolean; data: Probe | undefined; error: unknown };
  save: { isPending: boolean; error: unknown };
}

/** How the test and saving go, and what came of them. */
function Outcome({ kind, probe, save }: OutcomeProps): ReactNode {
  const texts = useTexts(placeFormTexts);
  return (
    <>
      {(probe.isPending || save.isPending) && (
        <Spinner size="small" labelPosition="after" label={save.isPending ? texts.saving : texts.testing} />
      )}
      {probe.data !== undefined && <ProbeResult probe={probe.data} kind={kind} />}
      <FailureMessage error={probe.error ?? save.error} />
    </>
  );
}

/** Keeps a place. One that is stored already is only changed: what lies there stays. */
function useSavePlace(isStored: boolean, onSaved: (place: Destination) => void) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (request: { destination: Destination; credential?: Partial<Record<string, string>> }) => {
      if (isStored) await api.destinations.update.call(request);
      else await api.destinations.add.call(request);
      await queries.invalidateQueries({ queryKey: api.destinations.key() });
      return request.destination;
    },
    onSuccess: onSaved,
  });
}

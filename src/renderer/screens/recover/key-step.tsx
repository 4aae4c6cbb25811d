import { Field, makeStyles, Select } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import { recoverTexts } from '../../../shared/text/screens/recover/index.ts';
import { useApi } from '../../api/index.ts';
import { AccessCodeField, isWholeCode, isWholeKey, RecoveryKeyField } from '../../components/paper/index.ts';
import { StepButtons } from '../../components/steps/index.ts';
import { useTexts } from '../../language/index.ts';
import type { CopyPlace, RecoveryRequest } from './recovery.ts';
import { useRecovery } from './recovery-context.ts';
import { RecoverTroubleMessage } from './trouble.tsx';
import { Step } from './step.tsx';

const useStyles = makeStyles({ which: { maxWidth: '420px' } });

/** The key, and for Azure the access code; then a look at what is there. */
export function KeyStep({ place }: { place: CopyPlace }): ReactNode {
  const [, navigate] = useLocation();
  const { key: texts } = useTexts(recoverTexts);
  const { recovery, say } = useRecovery();
  const { locations, which, chooseWhich, look } = useLook(place);
  const isAzure = place.kind === 'azure';
  const waitsFor = look.isPending
    ? texts.looking
    : !isWholeKey(recovery.key)
      ? texts.mustKey
      : isAzure && !isWholeCode(recovery.code)
        ? texts.mustCode
        : undefined;
  return (
    <Step step="key" title={texts.title} lead={texts.lead}>
      <RecoveryKeyField groups={recovery.key} onChange={(key) => say({ key })} />
      {isAzure && <AccessCodeField value={recovery.code} onChange={(code) => say({ code })} />}
      {isAzure && locations.length > 1 && <Which locations={locations} value={which} onChoose={chooseWhich} />}
      <RecoverTroubleMessage error={look.error} />
      <StepButtons
        onBack={() => navigate('/recover/from')}
        onNext={() => look.mutate()}
        next={texts.next}
        waitsFor={waitsFor}
        isBusy={look.isPending}
      />
    </Step>
  );
}

/** Opens what the paper names and looks what is there; several copies in Azure are asked about first. */
function useLook(place: CopyPlace) {
  const { recovery: api } = useApi();
  const [, navigate] = useLocation();
  const { recovery, say } = useRecovery();
  const [locations, setLocations] = useState<readonly string[]>([]);
  const [which, chooseWhich] = useState<string>();
  const look = useMutation({
    mutationFn: async (): Promise<void> => {
      const typed = { recoveryKey: recovery.key.join('-'), ...(place.kind === 'azure' && { sealedAccess: recovery.code }) };
      const { recoveryKey, places } = await api.open.call(typed);
      const named = places.map(({ location }) => location);
      setLocations(named);
      const location = place.kind === 'folder' ? place.location : (which ?? (named.length === 1 ? named[0] : undefined));
      if (location === undefined) {
        chooseWhich(named[0]);
        return;
      }
      const request: RecoveryRequest = { ...typed, recoveryKey, location };
      const found = await api.inspect.call(request);
      say({ request, found });
      navigate('/recover/found');
    },
  });
  return { locations, which, chooseWhich, look };
}

interface WhichProps {
  locations: readonly string[];
  value: string | undefined;
  onChoose: (location: string) => void;
}

function Which({ locations, value, onChoose }: WhichProps): ReactNode {
  const styles = useStyles();
  const { key: texts } = useTexts(recoverTexts);
  return (
    <Field label={texts.which} className={styles.which}>
      <Select value={value ?? ''} onChange={(_, { value: chosen }) => onChoose(chosen)}>
        {locations.map((location) => (
          <option key={location}>{location}</option>
        ))}
      </Select>
    </Field>
  );
}

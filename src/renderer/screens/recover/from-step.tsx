import { Button, makeStyles } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { momentWords } from '../../../shared/text/index.ts';
import { recoverTexts } from '../../../shared/text/screens/recover/index.ts';
import { useApi } from '../../api/index.ts';
import { type Choice, Choices } from '../../components/choices/index.ts';
import { PathField } from '../../components/folder-picker/index.ts';
import { FailureMessage } from '../../components/feedback/index.ts';
import { StepButtons } from '../../components/steps/index.ts';
import { useTexts, useVoice } from '../../language/index.ts';
import type { CopyPlace } from './recovery.ts';
import { useRecovery } from './recovery-context.ts';
import { Step } from './step.tsx';

const useStyles = makeStyles({ again: { alignSelf: 'flex-start' } });

type FoundPlace = { location: string; drive: string; label?: string | undefined; changedAt?: string | undefined };

/** Copies found on this computer's drives, another folder, or Azure. */
export function FromStep(): ReactNode {
  const styles = useStyles();
  const [, navigate] = useLocation();
  const { from: texts } = useTexts(recoverTexts);
  const { recovery } = useRecovery();
  const query = useQuery(useApi().recovery.find.queryOptions({ gcTime: 0 }));
  const { place } = recovery;
  const isNamed = place !== undefined && (place.kind === 'azure' || place.location.trim() !== '');
  const waitsFor = place === undefined ? texts.choose : isNamed ? undefined : texts.mustFolder;
  return (
    <Step step="from" title={texts.title} lead={texts.lead}>
      <FailureMessage error={query.error} />
      <output>{query.isFetching ? texts.looking : query.data?.length === 0 ? texts.foundNothing : undefined}</output>
      <PlaceChoice found={query.data ?? []} />
      <Button className={styles.again} disabledFocusable={query.isFetching} onClick={() => void query.refetch()}>
        {texts.lookAgain}
      </Button>
      <StepButtons onBack={() => navigate('/recover')} onNext={() => navigate('/recover/key')} waitsFor={waitsFor} />
    </Step>
  );
}

const OTHER = 'other';
const AZURE = 'azure';

function PlaceChoice({ found }: { found: readonly FoundPlace[] }): ReactNode {
  const { from: texts } = useTexts(recoverTexts);
  const { language, timeZone } = useVoice();
  const { recovery, say } = useRecovery();
  const choices: Choice<string>[] = [
    ...found.map(({ location, drive, label, changedAt }) => ({
      value: `at ${location}`,
      title: texts.foundOn(label ?? drive),
      about: texts.foundAbout(location, changedAt && momentWords(changedAt, language, timeZone)),
    })),
    { value: OTHER, title: texts.folder.title, about: texts.folder.about, more: <OtherFolder /> },
    { value: AZURE, ...texts.azure },
  ];
  const placeOf = (value: string): CopyPlace => {
    if (value === AZURE) return { kind: 'azure' };
    return { kind: 'folder', location: value === OTHER ? '' : value.slice('at '.length) };
  };
  return (
    <Choices
      label={texts.title}
      choices={choices}
      value={valueOf(recovery.place, found)}
      onChoose={(value) => say({ place: placeOf(value) })}
    />
  );
}

function valueOf(place: CopyPlace | undefined, found: readonly FoundPlace[]): string | undefined {
  if (place?.kind !== 'folder') return place && AZURE;
  return found.some(({ location }) => location === place.location) ? `at ${place.location}` : OTHER;
}

function OtherFolder(): ReactNode {
  const { from: texts } = useTexts(recoverTexts);
  const { recovery, say } = useRecovery();
  const location = recovery.place?.kind === 'folder' ? recovery.place.location : '';
  return (
    <PathField
      kind="folder"
      label={texts.folder.field}
      value={location}
      onChange={(path) => say({ place: { kind: 'folder', location: path } })}
    />
  );
}

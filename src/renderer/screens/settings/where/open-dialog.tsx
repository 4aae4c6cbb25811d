import { makeStyles, tokens } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Destination } from '../../../../shared/model/destination.ts';
import { pageTexts } from '../../../../shared/text/index.ts';
import { settingsTexts } from '../../../../shared/text/screens/settings/index.ts';
import { useApi } from '../../../api/index.ts';
import { CloseButton, ModalDialog } from '../../../components/dialog/index.ts';
import { FailureMessage, Notice } from '../../../components/feedback/index.ts';
import { useFormStyles } from '../../../components/form/index.ts';
import { LinkButton } from '../../../components/link/index.ts';
import { useNames, useTexts } from '../../../language/index.ts';
import { KeyForm } from '../key-form.tsx';

const useStyles = makeStyles({
  opened: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, outlineStyle: 'none' },
});

interface OpenDialogProps {
  place: Destination;
  /** Of a set the drive that is to be opened. */
  disk: string | undefined;
  onClosed: () => void;
}

/** Asks for the key on a paper, and opens with it what this PC's key does not open. */
export function OpenDialog({ place, disk, onClosed }: OpenDialogProps): ReactNode {
  const { open: texts } = useTexts(settingsTexts).where;
  const { placeName } = useNames();
  const name = placeName(place.id, disk) ?? place.name;
  const work = useOpening(place, disk);
  return (
    <ModalDialog title={texts.title(name)} onClosed={onClosed}>
      {work.data === undefined ? <KeyForm lead={texts.lead} work={work} /> : <Opened name={name} begun={work.data} />}
    </ModalDialog>
  );
}

/** The run that began afterwards, or why none did. */
interface Begun {
  run?: string;
  error?: unknown;
}

function useOpening({ id: destination }: Destination, disk: string | undefined) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (recoveryKey: string): Promise<Begun> => {
      await api.recovery.unlock.call({ destination, ...(disk !== undefined && { disk }), recoveryKey });
      try {
        return await api.runs.start.call({});
      } catch (error) {
        return { error };
      }
    },
    onSuccess: async () => await queries.invalidateQueries({ queryKey: api.destinations.key() }),
  });
}

function Opened({ name, begun: { run, error } }: { name: string; begun: Begun }): ReactNode {
  const { open: texts } = useTexts(settingsTexts).where;
  const { close } = useTexts(pageTexts);
  const { buttons } = useFormStyles();
  const styles = useStyles();
  const said = useRef<HTMLDivElement>(null);
  // The button that had the focus went with the form.
  useEffect(() => said.current?.focus(), []);
  return (
    <div ref={said} tabIndex={-1} className={styles.opened}>
      <Notice
        intent="success"
        title={texts.openedTitle}
        body={run === undefined ? texts.opened(name) : `${texts.opened(name)} ${texts.begun}`}
      />
      <FailureMessage title={texts.notBegun} error={error} />
      <div className={buttons}>
        {run !== undefined && <LinkButton to={`/runs/${run}`}>{texts.follow}</LinkButton>}
        <CloseButton appearance="primary">{close}</CloseButton>
      </div>
    </div>
  );
}

import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import type { RetiredCopies } from '../../../../shared/model/renewal.ts';
import { pageTexts } from '../../../../shared/text/index.ts';
import { settingsTexts } from '../../../../shared/text/screens/settings/index.ts';
import { useApi } from '../../../api/index.ts';
import { CloseButton, ModalDialog } from '../../../components/dialog/index.ts';
import { Notice } from '../../../components/feedback/index.ts';
import { useFormStyles } from '../../../components/form/index.ts';
import { useTexts } from '../../../language/index.ts';
import { KeyForm } from '../key-form.tsx';

const useStyles = makeStyles({ said: { outlineStyle: 'none' } });

interface OpenOldDialogProps {
  copies: RetiredCopies;
  onClosed: () => void;
}

/** Asks for the key on a paper from before a key leaked, and opens old copies with it. */
export function OpenOldDialog({ copies: { id, name }, onClosed }: OpenOldDialogProps): ReactNode {
  const { leak: texts } = useTexts(settingsTexts).kits;
  const api = useApi();
  const queries = useQueryClient();
  const work = useMutation({ mutationFn: async (recoveryKey: string) => await api.recovery.unlock.call({ destination: id, recoveryKey }) });
  // The row's button is the way back: it goes only when the dialog has.
  const closed = (): void => {
    onClosed();
    if (work.isSuccess) void queries.invalidateQueries({ queryKey: api.kit.key() });
  };
  return (
    <ModalDialog title={texts.openNamed(name)} onClosed={closed}>
      {work.isSuccess ? <Opened name={name} /> : <KeyForm lead={texts.openLead} work={work} />}
    </ModalDialog>
  );
}

function Opened({ name }: { name: string }): ReactNode {
  const { leak: texts } = useTexts(settingsTexts).kits;
  const { close } = useTexts(pageTexts);
  const { form, buttons } = useFormStyles();
  const styles = useStyles();
  const said = useRef<HTMLDivElement>(null);
  // The button that had the focus went with the form.
  useEffect(() => said.current?.focus(), []);
  return (
    <div ref={said} tabIndex={-1} className={mergeClasses(form, styles.said)}>
      <Notice intent="success" title={texts.openedTitle} body={texts.opened(name)} />
      <div className={buttons}>
        <CloseButton appearance="primary">{close}</CloseButton>
      </div>
    </div>
  );
}

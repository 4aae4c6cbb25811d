import { Button, Caption1, Link, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { PrintRegular } from '@fluentui/react-icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import type { KitHolder } from '../../../shared/model/recovery-kit.ts';
import { kitFormTexts } from '../../../shared/text/index.ts';
import { useApi } from '../../api/index.ts';
import { useTexts } from '../../language/index.ts';
import { useIsInWindow } from '../../window/index.ts';
import { FailureMessage } from '../feedback/index.ts';
import { PathField } from '../folder-picker/index.ts';
import { useFormStyles } from '../form/index.ts';
import { fileIn } from './paper-state.ts';

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
  paper: { border: 'none', margin: 0, padding: 0, minWidth: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  // In forced colours the ground is the system's, so the link's colour must be as well.
  link: { '@media (forced-colors: active)': { color: 'LinkText' } },
});

export interface MakePaperProps {
  holder: KitHolder;
  isMade: boolean;
  onPrinted: () => void;
}

/** Makes a paper: opens it for printing, or saves it as a file where no printer is at hand or no other window opens. */
export function MakePaper(props: MakePaperProps): ReactNode {
  return useIsInWindow() ? <PaperAsFile {...props} /> : <PaperToPrint {...props} />;
}

function PaperAsFile({ holder, isMade, onPrinted }: MakePaperProps): ReactNode {
  const texts = useTexts(kitFormTexts);
  const styles = useStyles();
  return (
    <fieldset className={styles.paper} aria-label={texts.papers[holder]}>
      {isMade && <Caption1 className={styles.quiet}>{texts.againMeans}</Caption1>}
      <SavePaper holder={holder} onSaved={onPrinted} />
    </fieldset>
  );
}

function PaperToPrint({ holder, isMade, onPrinted }: MakePaperProps): ReactNode {
  const texts = useTexts(kitFormTexts);
  const styles = useStyles();
  const form = useFormStyles();
  const { make, address } = useMakePaper();
  const [isSaving, setSaving] = useState(false);
  const paper = texts.papers[holder];
  const waiting = make.data?.waiting ?? [];
  return (
    <>
      {isMade && address === undefined && <Caption1 className={styles.quiet}>{texts.againMeans}</Caption1>}
      {address !== undefined && (
        <>
          <Link
            className={styles.link}
            href={address}
            target="_blank"
            rel="noreferrer"
            aria-label={texts.openOf(paper)}
            onClick={onPrinted}
          >
            <PrintRegular aria-hidden /> {texts.open}
          </Link>
          <Caption1 className={styles.quiet}>{texts.openHint}</Caption1>
        </>
      )}
      <div className={form.buttons}>
        <Button
          appearance={isMade ? 'secondary' : 'primary'}
          aria-label={isMade ? texts.againOf(paper) : texts.makeOf(paper)}
          disabledFocusable={make.isPending}
          onClick={() => make.mutate({ holder })}
        >
          {isMade ? texts.again : texts.make}
        </Button>
        <Button appearance="subtle" aria-label={texts.saveInsteadOf(paper)} aria-expanded={isSaving} onClick={() => setSaving(!isSaving)}>
          {texts.saveInstead}
        </Button>
      </div>
      <output>
        {make.isPending && <Spinner size="tiny" labelPosition="after" label={texts.making} />}
        {waiting.length > 0 && texts.waiting(waiting.join(', '))}
      </output>
      <FailureMessage error={make.error} />
      {isSaving && <SavePaper holder={holder} onSaved={onPrinted} />}
    </>
  );
}

/** The paper as an address of this page, for as long as the page is open; the key is nowhere else. */
function useMakePaper() {
  const api = useApi();
  const queries = useQueryClient();
  const [address, setAddress] = useState<string>();
  const make = useMutation({
    ...api.kit.make.mutationOptions(),
    onSuccess: async ({ pdf }) => {
      setAddress(URL.createObjectURL(new Blob([bytesOf(pdf)], { type: 'application/pdf' })));
      await queries.invalidateQueries({ queryKey: api.kit.key() });
    },
  });
  useEffect(
    () => () => {
      if (address !== undefined) URL.revokeObjectURL(address);
    },
    [address],
  );
  return { make, address };
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

function SavePaper({ holder, onSaved }: { holder: KitHolder; onSaved: () => void }): ReactNode {
  const texts = useTexts(kitFormTexts);
  const form = useFormStyles();
  const api = useApi();
  const queries = useQueryClient();
  const [folder, setFolder] = useState('');
  const path = fileIn(folder, texts.fileName[holder]);
  const save = useMutation({
    ...api.kit.save.mutationOptions(),
    onSuccess: async () => {
      onSaved();
      await queries.invalidateQueries({ queryKey: api.kit.key() });
    },
  });
  return (
    <>
      <PathField label={texts.saveFolder} hint={texts.saveHint} kind="folder" value={folder} onChange={setFolder} />
      <FailureMessage error={save.error} />
      <div className={form.buttons}>
        <Button disabledFocusable={folder === '' || save.isPending} onClick={() => save.mutate({ holder, path })}>
          {texts.save}
        </Button>
        <output>{save.isSuccess && texts.saved(save.variables.path)}</output>
      </div>
    </>
  );
}

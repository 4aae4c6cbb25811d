import { Body1, Body1Strong, Button } from '@fluentui/react-components';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { formatBytes } from '../../../../shared/format/index.ts';
import type { RenewalFacts } from '../../../../shared/model/renewal.ts';
import { pageTexts } from '../../../../shared/text/index.ts';
import { settingsTexts } from '../../../../shared/text/screens/settings/index.ts';
import { useApi } from '../../../api/index.ts';
import { CloseButton, ModalDialog, useCloseDialog } from '../../../components/dialog/index.ts';
import { FailureMessage } from '../../../components/feedback/index.ts';
import { QueryView } from '../../../components/query/index.ts';
import { useNames, useTexts } from '../../../language/index.ts';
import { placesIn } from './places-in.ts';

/** Says what it means and costs to begin anew, and asks. */
export function LeakedDialog({ onClosed }: { onClosed: () => void }): ReactNode {
  const { leak: texts } = useTexts(settingsTexts).kits;
  const { cancel } = useTexts(pageTexts);
  const api = useApi();
  const query = useQuery(api.kit.leak.queryOptions());
  const begin = useMutation(api.kit.declareLeaked.mutationOptions());
  const actions = (
    <>
      <CloseButton appearance="primary">{cancel}</CloseButton>
      <BeginButton isReady={query.isSuccess} begin={begin} />
    </>
  );
  return (
    <ModalDialog title={texts.question} onClosed={onClosed} actions={actions}>
      <Body1Strong>{texts.meaning}</Body1Strong>
      <Body1>{texts.what}</Body1>
      <QueryView query={query} lines={2}>
        {(facts) => <Cost facts={facts} />}
      </QueryView>
      <Body1>{texts.until}</Body1>
      <FailureMessage error={begin.error} />
    </ModalDialog>
  );
}

interface BeginButtonProps {
  /** Nobody says yes to what could not be shown. */
  isReady: boolean;
  begin: { isPending: boolean; mutateAsync: (input: undefined) => Promise<unknown> };
}

function BeginButton({ isReady, begin }: BeginButtonProps): ReactNode {
  const { leak: texts } = useTexts(settingsTexts).kits;
  const api = useApi();
  const queries = useQueryClient();
  const close = useCloseDialog();
  const confirm = async (): Promise<void> => {
    try {
      await begin.mutateAsync(undefined);
    } catch {
      return; // The dialog says it.
    }
    await queries.invalidateQueries({ queryKey: api.kit.key() });
    close();
  };
  return (
    <Button disabledFocusable={!isReady || begin.isPending} onClick={() => void confirm()}>
      {begin.isPending ? texts.beginning : texts.yes}
    </Button>
  );
}

function Cost({ facts: { here, away, bytes, isDisksOnly, tight } }: { facts: RenewalFacts }): ReactNode {
  const { leak: texts } = useTexts(settingsTexts).kits;
  const names = useNames();
  const places = placesIn(here, names);
  const known = bytes === 0 ? texts.nowEmpty(places) : texts.now(formatBytes(bytes), places);
  const now = here.length === 0 ? texts.nowhere : known;
  return (
    <>
      <Body1>{now}</Body1>
      {away.length > 0 && <Body1>{texts.away(placesIn(away, names))}</Body1>}
      {isDisksOnly && <Body1>{texts.together}</Body1>}
      {tight.length > 0 && <Body1>{texts.tight(placesIn(tight, names))}</Body1>}
    </>
  );
}

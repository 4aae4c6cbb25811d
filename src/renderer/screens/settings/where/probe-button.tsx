import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Destination } from '../../../../shared/model/destination.ts';
import { settingsTexts } from '../../../../shared/text/screens/settings/index.ts';
import { useApi } from '../../../api/index.ts';
import { FailureMessage } from '../../../components/feedback/index.ts';
import { ProbeResult } from '../../../components/place-form/index.ts';
import { useTexts } from '../../../language/index.ts';

// What was found stands below all the buttons.
const useStyles = makeStyles({
  result: { order: 1, flexBasis: '100%', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

/** Writes and reads back a little at a place, and says what was found. */
export function ProbeButton({ place }: { place: Destination }): ReactNode {
  const { where: texts } = useTexts(settingsTexts);
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const probe = useMutation({
    ...api.destinations.probe.mutationOptions(),
    onSuccess: async () => await queries.invalidateQueries({ queryKey: api.destinations.key() }),
  });
  return (
    <>
      <Button disabledFocusable={probe.isPending} onClick={() => probe.mutate({ destination: place })}>
        {texts.probe}
      </Button>
      <output>{probe.isPending && <Spinner size="tiny" labelPosition="after" label={texts.probing} />}</output>
      {(probe.data !== undefined || probe.error !== null) && (
        <div className={styles.result}>
          {probe.data !== undefined && <ProbeResult probe={probe.data} kind={place.kind} />}
          <FailureMessage error={probe.error} />
        </div>
      )}
    </>
  );
}

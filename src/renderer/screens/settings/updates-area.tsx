import { Body1, Button } from '@fluentui/react-components';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { settingsTexts } from '../../../shared/text/screens/settings/index.ts';
import { useApi } from '../../api/index.ts';
import { FailureMessage, Notice } from '../../components/feedback/index.ts';
import { QueryView } from '../../components/query/index.ts';
import { useTexts } from '../../language/index.ts';
import { UpdateControl } from './update-control.tsx';

/** Which version runs, and that it is a new one. */
export function UpdatesArea(): ReactNode {
  const { updates: texts } = useTexts(settingsTexts);
  const api = useApi();
  const query = useQuery(api.status.get.queryOptions());
  const accept = useMutation(api.status.accept.mutationOptions());
  return (
    <QueryView query={query} lines={3}>
      {({ version, updatedFrom }) => (
        <>
          {updatedFrom !== undefined && (
            <Notice
              intent="info"
              body={texts.updatedFrom(updatedFrom)}
              action={<Button onClick={() => accept.mutate({ code: 'updated' })}>{texts.seen}</Button>}
            />
          )}
          <FailureMessage error={accept.error} />
          <Body1>{texts.now(version)}</Body1>
          <UpdateControl />
          <Body1>{texts.body}</Body1>
        </>
      )}
    </QueryView>
  );
}

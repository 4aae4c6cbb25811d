import { Button } from '@fluentui/react-components';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { settingsTexts } from '../../../../shared/text/screens/settings/index.ts';
import { useApi } from '../../../api/index.ts';
import { FailureMessage, Notice } from '../../../components/feedback/index.ts';
import { useTexts } from '../../../language/index.ts';

/** Another PC writes to this place: either it is known, or the access has to be changed. Nothing where none does. */
export function OtherWriter({ destination }: { destination: string }): ReactNode {
  const { where: texts } = useTexts(settingsTexts);
  const api = useApi();
  const { data: status } = useQuery(api.status.get.queryOptions());
  const accept = useMutation(api.status.accept.mutationOptions());
  const reason = status?.protection.reasons.find((one) => one.code === 'other-installation-writes' && one.destination === destination);
  if (reason === undefined) return undefined;
  const { disk } = reason;
  return (
    <>
      <Notice
        intent="error"
        body={texts.knownLead}
        action={
          <Button onClick={() => accept.mutate({ code: 'other-installation-writes', destination, ...(disk !== undefined && { disk }) })}>
            {texts.known}
          </Button>
        }
      />
      <FailureMessage error={accept.error} />
    </>
  );
}

import { Button } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { mailFormTexts } from '../../../shared/text/index.ts';
import { useApi } from '../../api/index.ts';
import { useTexts } from '../../language/index.ts';
import { FailureMessage } from '../feedback/index.ts';
import { useFormStyles } from '../form/index.ts';

/** Sends a message through the mail server that is kept. */
export function TestMail({ to }: { to: string }): ReactNode {
  const texts = useTexts(mailFormTexts);
  const styles = useFormStyles();
  const send = useMutation(useApi().settings.testMail.mutationOptions());
  return (
    <>
      <div className={styles.buttons}>
        <Button disabledFocusable={send.isPending} onClick={() => send.mutate({ to })}>
          {texts.test}
        </Button>
        <output>{send.isSuccess && texts.sent(to)}</output>
      </div>
      <FailureMessage error={send.error} />
    </>
  );
}

import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { pageTexts } from '../../shared/text/index.ts';
import type { ConnectionState } from '../api/index.ts';
import { useTexts } from '../language/index.ts';

/** Says that nobody answers, for as long as nobody does. */
export function ConnectionBanner({ state }: { state: ConnectionState }): ReactNode {
  const { connection } = useTexts(pageTexts);
  if (state === 'open' || state === 'connecting') return undefined;
  const { title, body } = state === 'signed-out' ? connection.signedOut : connection.ownerGone;
  return (
    <MessageBar intent="warning" layout="multiline" politeness="assertive">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle> {body}
      </MessageBarBody>
    </MessageBar>
  );
}

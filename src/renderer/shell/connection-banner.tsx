import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { pageTexts, sentence } from '../../shared/text/index.ts';
import type { ConnectionState } from '../api/index.ts';
import { useTexts, useVoice } from '../language/index.ts';

// Above a screen that is longer than the window it must keep its own height.
const useStyles = makeStyles({ bar: { flexShrink: 0, whiteSpace: 'normal' } });

/** Says that nobody answers, for as long as nobody does. */
export function ConnectionBanner({ state }: { state: ConnectionState }): ReactNode {
  const { connection } = useTexts(pageTexts);
  const { language } = useVoice();
  const styles = useStyles();
  if (state === 'open' || state === 'connecting') return undefined;
  const { title, body } = state === 'signed-out' ? connection.signedOut : connection.ownerGone;
  const problem = typeof state === 'object' ? sentence(state.problem, language) : undefined;
  return (
    <MessageBar intent="warning" layout="multiline" politeness="assertive" className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle> {problem} {body}
      </MessageBarBody>
    </MessageBar>
  );
}

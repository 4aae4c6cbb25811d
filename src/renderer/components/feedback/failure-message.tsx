import { makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { pageTexts } from '../../../shared/text/index.ts';
import { failureSentence } from '../../api/index.ts';
import { useTexts, useVoice } from '../../language/index.ts';

const useStyles = makeStyles({ bar: { whiteSpace: 'normal' } });

export interface FailureMessageProps {
  error: unknown;
  /** Where it says more than that something did not work. */
  title?: string;
  action?: ReactNode;
}

/** What went wrong and what to do next; nothing as long as nothing did. */
export function FailureMessage({ error, title, action }: FailureMessageProps): ReactNode {
  const { language } = useVoice();
  const { failures } = useTexts(pageTexts);
  const styles = useStyles();
  if (error == null) return undefined;
  return (
    <MessageBar intent="error" layout="multiline" className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle>{title ?? failures.title}</MessageBarTitle> {failureSentence(error, language)}
      </MessageBarBody>
      {action !== undefined && <MessageBarActions>{action}</MessageBarActions>}
    </MessageBar>
  );
}

import { makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({ bar: { whiteSpace: 'normal' } });

export interface NoticeProps {
  intent: 'info' | 'success' | 'warning' | 'error';
  title?: string;
  body: ReactNode;
  action?: ReactNode;
}

/** Something to know before going on: a sentence in a box, with what can be done about it. */
export function Notice({ intent, title, body, action }: NoticeProps): ReactNode {
  const styles = useStyles();
  return (
    <MessageBar intent={intent} layout="multiline" className={styles.bar}>
      <MessageBarBody>
        {title !== undefined && <MessageBarTitle>{title}</MessageBarTitle>} {body}
      </MessageBarBody>
      {action !== undefined && <MessageBarActions>{action}</MessageBarActions>}
    </MessageBar>
  );
}

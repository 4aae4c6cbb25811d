import { Body1, Button, Spinner } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { pageTexts } from '../../../shared/text/index.ts';
import { settingsTexts } from '../../../shared/text/screens/settings/index.ts';
import { CloseButton } from '../../components/dialog/index.ts';
import { FailureMessage } from '../../components/feedback/index.ts';
import { FormButtons, useFormStyles } from '../../components/form/index.ts';
import { isWholeKey, NO_KEY, RecoveryKeyField } from '../../components/paper/index.ts';
import { useTexts } from '../../language/index.ts';

interface KeyFormProps {
  lead: string;
  /** Opens it with the key. */
  work: { error: unknown; isPending: boolean; mutate: (recoveryKey: string) => void };
}

/** Asks for the key on a paper, in a dialog that opens something with it. */
export function KeyForm({ lead, work }: KeyFormProps): ReactNode {
  const { open: texts } = useTexts(settingsTexts).where;
  const { cancel } = useTexts(pageTexts);
  const styles = useFormStyles();
  const [key, setKey] = useState(NO_KEY);
  const [isTold, setTold] = useState(false);
  const isWhole = isWholeKey(key);
  const open = (): void => {
    setTold(true);
    if (isWhole && !work.isPending) work.mutate(key.join('-'));
  };
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        open();
      }}
    >
      <Body1 as="p" className={styles.note}>
        {lead}
      </Body1>
      <RecoveryKeyField groups={key} onChange={setKey} />
      <FailureMessage error={work.error} />
      <FormButtons said={work.error}>
        <Button type="submit" appearance="primary" disabledFocusable={work.isPending}>
          {texts.doIt}
        </Button>
        <CloseButton appearance="subtle">{cancel}</CloseButton>
        <output>
          {work.isPending && <Spinner size="tiny" labelPosition="after" label={texts.opening} />}
          {isTold && !isWhole && texts.mustKey}
        </output>
      </FormButtons>
    </form>
  );
}

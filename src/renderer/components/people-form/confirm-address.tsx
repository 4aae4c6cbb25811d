import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Person } from '../../../shared/model/person.ts';
import { peopleFormTexts } from '../../../shared/text/index.ts';
import { useApi } from '../../api/index.ts';
import { useTexts } from '../../language/index.ts';
import { FailureMessage } from '../feedback/index.ts';

const useStyles = makeStyles({
  confirm: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalS },
  code: { width: '9em', fontVariantNumeric: 'tabular-nums' },
});

/** Sends a code to somebody's address, and takes it back. */
export function ConfirmAddress({ person, hasMail }: { person: Person; hasMail: boolean }): ReactNode {
  const texts = useTexts(peopleFormTexts);
  const styles = useStyles();
  const { id, name, email = '' } = person;
  const send = useMutation(useApi().people.sendCode.mutationOptions());
  if (!hasMail) return texts.noMail;
  return (
    <div className={styles.confirm}>
      <div>
        <Button size="small" aria-label={texts.sendCodeTo(name)} disabledFocusable={send.isPending} onClick={() => send.mutate({ id })}>
          {texts.sendCode}
        </Button>
      </div>
      <output>{send.isSuccess && texts.sentTo(email)}</output>
      <FailureMessage error={send.error} />
      {send.isSuccess && <CodeField id={id} name={name} />}
    </div>
  );
}

function CodeField({ id, name }: { id: string; name: string }): ReactNode {
  const texts = useTexts(peopleFormTexts);
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const [code, setCode] = useState('');
  const confirm = useMutation({
    ...api.people.confirmCode.mutationOptions(),
    onSuccess: async () => await queries.invalidateQueries({ queryKey: api.people.key() }),
  });
  const isWrong = confirm.data?.confirmed === false;
  return (
    <form
      className={styles.line}
      onSubmit={(event) => {
        event.preventDefault();
        confirm.mutate({ id, code: code.trim() });
      }}
    >
      <Field label={texts.codeOf(name)} validationMessage={isWrong ? texts.wrongCode : null}>
        <Input
          className={styles.code}
          value={code}
          inputMode="numeric"
          autoComplete="off"
          onChange={(_event, data) => setCode(data.value)}
        />
      </Field>
      <Button type="submit" aria-label={texts.confirmOf(name)} disabledFocusable={confirm.isPending || code.trim() === ''}>
        {texts.confirm}
      </Button>
      <FailureMessage error={confirm.error} />
    </form>
  );
}

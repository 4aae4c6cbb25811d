import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, type SyntheticEvent, useState } from 'react';
import type { SingleSource, Source } from '../../../shared/model/source.ts';
import { recoverTexts } from '../../../shared/text/screens/recover/index.ts';
import { useApi } from '../../api/index.ts';
import { FailureMessage } from '../../components/feedback/index.ts';
import { StateIcon } from '../../components/marks/index.ts';
import { useTexts } from '../../language/index.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalM },
  field: { minWidth: '220px', maxWidth: '420px', flexGrow: 1 },
});

/** The password of a database's account: in no copy, and needed to put the database back. */
export function ServerPassword({ source, part }: { source: Source; part: SingleSource }): ReactNode {
  const styles = useStyles();
  const { taken: texts } = useTexts(recoverTexts);
  const [password, setPassword] = useState('');
  const put = useMutation(useApi().sources.put.mutationOptions({ onSuccess: () => setPassword('') }));
  const keep = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (password !== '') put.mutate({ source, credentials: { [part.id]: { password } } });
  };
  return (
    <form className={styles.row} onSubmit={keep}>
      <Field label={texts.password(part.name)} className={styles.field}>
        <Input type="password" autoComplete="off" value={password} onChange={(_, { value }) => setPassword(value)} />
      </Field>
      <Button type="submit" disabledFocusable={password === '' || put.isPending}>
        {texts.keep}
      </Button>
      <output>
        {put.isSuccess && (
          <>
            <StateIcon mark="good" /> {texts.kept}
          </>
        )}
      </output>
      <FailureMessage error={put.error} />
    </form>
  );
}

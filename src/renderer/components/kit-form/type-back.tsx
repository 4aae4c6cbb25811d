import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { KitHolder } from '../../../shared/model/recovery-kit.ts';
import { kitFormTexts, type KitProblem } from '../../../shared/text/index.ts';
import { useApi } from '../../api/index.ts';
import { useTexts } from '../../language/index.ts';
import { FailureMessage, Notice } from '../feedback/index.ts';
import { useFormStyles } from '../form/index.ts';

const useStyles = makeStyles({
  key: { fontFamily: tokens.fontFamilyMonospace },
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

/** Takes the key back from the printed paper and opens a real copy with it. It is kept nowhere. */
export function TypeBack({ holder }: { holder: KitHolder }): ReactNode {
  const texts = useTexts(kitFormTexts);
  const styles = useStyles();
  const { buttons } = useFormStyles();
  const api = useApi();
  const queries = useQueryClient();
  const [key, setKey] = useState('');
  const test = useMutation({
    ...api.kit.test.mutationOptions(),
    onSuccess: async ({ passed }) => {
      if (passed) setKey('');
      await queries.invalidateQueries({ queryKey: api.kit.key() });
    },
  });
  const problem = test.data?.passed === false ? (texts.problems[test.data.problem as KitProblem] ?? texts.problems.checksum) : null;
  const paper = texts.papers[holder];
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        test.mutate({ holder, key });
      }}
    >
      <Field label={texts.type(paper)} hint={texts.typeHint} validationMessage={problem}>
        <Input
          className={styles.key}
          value={key}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          onChange={(_event, data) => setKey(data.value)}
        />
      </Field>
      <FailureMessage error={test.error} />
      <div className={buttons}>
        <Button type="submit" aria-label={texts.checkOf(paper)} disabledFocusable={test.isPending || key.trim() === ''}>
          {texts.check}
        </Button>
      </div>
      {test.data?.passed === true && key === '' && <Notice intent="success" body={texts.passed} />}
    </form>
  );
}

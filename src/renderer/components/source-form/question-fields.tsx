import { Button, Card, makeStyles, Text, tokens } from '@fluentui/react-components';
import { AddRegular, DismissRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useFieldArray } from 'react-hook-form';
import { sourceFormTexts } from '../../../shared/text/index.ts';
import { useTexts } from '../../language/index.ts';
import { TextAreaField, TextField, useFormStyles } from '../form/index.ts';
import type { PartProps } from './form-of-source.ts';

const useStyles = makeStyles({
  group: { border: 'none', padding: 0, margin: 0, minWidth: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
  remove: { alignSelf: 'flex-start' },
  sql: { fontFamily: tokens.fontFamilyMonospace },
});

/** Numbers and dates that a pharmacist would recognise, asked of the database. */
export function QuestionFields({ form }: PartProps): ReactNode {
  const { questions: texts } = useTexts(sourceFormTexts);
  const styles = useStyles();
  const formStyles = useFormStyles();
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'questions' });
  const { errors } = form.formState;
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{texts.title}</legend>
      <Text as="p" className={formStyles.note}>
        {texts.about}
      </Text>
      {fields.map(({ id, name }, at) => (
        <Card key={id} appearance="outline">
          <TextField
            label={texts.name}
            placeholder={texts.namePlaceholder}
            field={form.register(`questions.${at}.name`)}
            error={errors.questions?.[at]?.name}
            required
          />
          <TextAreaField
            label={texts.sql}
            required
            className={styles.sql}
            field={form.register(`questions.${at}.sql`)}
            error={errors.questions?.[at]?.sql}
          />
          <Button
            className={styles.remove}
            size="small"
            icon={<DismissRegular />}
            aria-label={texts.remove(name)}
            onClick={() => remove(at)}
          >
            {texts.remove(name)}
          </Button>
        </Card>
      ))}
      <div>
        <Button size="small" icon={<AddRegular />} onClick={() => append({ name: '', sql: '' })}>
          {texts.add}
        </Button>
      </div>
    </fieldset>
  );
}

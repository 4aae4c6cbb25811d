import { Button, Field, Select } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { type MailSettings, mailSettingsSchema, type Settings } from '../../../shared/model/installation.ts';
import { mailFormTexts } from '../../../shared/text/index.ts';
import { useApi } from '../../api/index.ts';
import { useTexts } from '../../language/index.ts';
import { FailureMessage } from '../feedback/index.ts';
import { schemaResolver, TextField, useFormStyles } from '../form/index.ts';
import { TestMail } from './test-mail.tsx';
import { portWith, type TypedMail, typedMail, valueOfMail } from './typed-mail.ts';

const SECURITIES = ['tls', 'starttls', 'none'] as const;

export interface MailFormProps {
  settings: Settings;
  /** What was typed before and is not saved. */
  typed?: Parameters<typeof typedMail>[1];
  /** Told at each change, without the password. */
  onTyped?: (typed: TypedMail) => void;
  /** Where a test message could go. */
  testTo?: string | undefined;
}

/** The pharmacy's own mail server: kept, then tried with a message. */
export function MailForm({ settings, typed, onTyped, testTo }: MailFormProps): ReactNode {
  const texts = useTexts(mailFormTexts);
  const styles = useFormStyles();
  const [start] = useState(() => ({ ...typedMail(settings.mail, typed), password: '' }));
  const form = useForm<TypedMail & { password: string }, unknown, MailSettings>({
    defaultValues: start,
    resolver: schemaResolver<TypedMail & { password: string }, MailSettings>(mailSettingsSchema, valueOfMail),
  });
  const { errors } = form.formState;
  const save = useSaveMail(settings);
  const { security = start.security } = useWatch({ control: form.control });
  const keep = (): void => {
    const { password: _secret, ...rest } = form.getValues();
    onTyped?.(rest);
  };
  const field = (name: keyof TypedMail) => form.register(name, { onChange: keep });
  return (
    <FormProvider {...form}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => void form.handleSubmit((mail) => save.mutate({ mail, password: form.getValues('password') }))(event)}
      >
        <TextField label={texts.host} hint={texts.hostHint} field={field('host')} error={errors.host} required />
        <div className={styles.longShort}>
          <SecurityField
            value={security}
            onChange={(chosen) => {
              form.setValue('security', chosen);
              form.setValue('port', portWith(chosen, form.getValues('port')));
              keep();
            }}
          />
          <TextField label={texts.port} field={field('port')} error={errors.port} inputMode="numeric" required />
        </div>
        <div className={styles.row}>
          <TextField label={texts.user} hint={texts.userHint} field={field('user')} error={errors.user} />
          <TextField
            label={texts.password}
            hint={settings.mail === undefined ? texts.passwordHint : texts.passwordKept}
            field={form.register('password')}
            type="password"
            autoComplete="new-password"
          />
        </div>
        <TextField label={texts.from} hint={texts.fromHint} field={field('from')} error={errors.from} type="email" required />
        <FailureMessage error={save.error} />
        <div className={styles.buttons}>
          <Button type="submit" disabledFocusable={save.isPending}>
            {texts.save}
          </Button>
          <output>{save.isSuccess && texts.saved}</output>
        </div>
        {settings.mail !== undefined && testTo !== undefined && <TestMail to={testTo} />}
      </form>
    </FormProvider>
  );
}

function SecurityField({
  value,
  onChange,
}: {
  value: MailSettings['security'];
  onChange: (value: MailSettings['security']) => void;
}): ReactNode {
  const texts = useTexts(mailFormTexts);
  return (
    <Field label={texts.security}>
      <Select value={value} onChange={(_event, data) => onChange(data.value as MailSettings['security'])}>
        {SECURITIES.map((one) => (
          <option key={one} value={one}>
            {texts.securities[one]}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function useSaveMail(settings: Settings) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ mail, password }: { mail: MailSettings; password: string }) => {
      if (password !== '') await api.settings.setMailPassword.call({ password });
      await api.settings.set.call({ ...settings, mail });
      await queries.invalidateQueries({ queryKey: api.settings.key() });
    },
  });
}

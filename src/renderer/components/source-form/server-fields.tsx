import { Switch } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import { sourceFormTexts } from '../../../shared/text/index.ts';
import { useTexts } from '../../language/index.ts';
import { FormPathField } from '../folder-picker/index.ts';
import { TextField, useFormStyles } from '../form/index.ts';
import type { PartProps } from './form-of-source.ts';

const USUAL_PORTS = { postgresql: '5432', mariadb: '3306', sqlserver: '1433' } as const;

/** A database server: where it is and who may read it. `isKept`: its password is stored already. */
export function ServerFields({ form, isKept }: PartProps & { isKept: boolean }): ReactNode {
  const texts = useTexts(sourceFormTexts);
  const styles = useFormStyles();
  const { errors } = form.formState;
  const { kind } = useWatch({ control: form.control });
  const usual = USUAL_PORTS[kind as keyof typeof USUAL_PORTS];
  return (
    <>
      <div className={styles.longShort}>
        <TextField label={texts.host} hint={texts.hostHint} field={form.register('host')} error={errors.host} required />
        <TextField label={texts.port} field={form.register('port')} error={errors.port} inputMode="numeric" placeholder={usual} />
      </div>
      {kind === 'sqlserver' && (
        <TextField label={texts.instance} hint={texts.instanceHint} field={form.register('instance')} error={errors.instance} />
      )}
      <TextField label={texts.database} field={form.register('database')} error={errors.database} required />
      <div className={styles.row}>
        <TextField label={texts.user} hint={texts.userHint} field={form.register('user')} error={errors.user} required />
        <TextField
          label={texts.password}
          {...(isKept && { hint: texts.passwordKept })}
          field={form.register('password')}
          type="password"
          autoComplete="new-password"
        />
      </div>
      {kind === 'sqlserver' && <StagingFields form={form} />}
    </>
  );
}

/** SQL Server writes its backup itself, into a folder that both can see. */
function StagingFields({ form }: PartProps): ReactNode {
  const texts = useTexts(sourceFormTexts);
  const { trustServerCertificate = true } = useWatch({ control: form.control });
  return (
    <>
      <TextField
        label={texts.backupOnServer}
        hint={texts.backupOnServerHint}
        field={form.register('backupFolder.onServer')}
        error={form.formState.errors.backupFolder?.onServer}
        required
      />
      <FormPathField name="backupFolder.here" label={texts.backupHere} hint={texts.backupHereHint} kind="folder" />
      <Switch
        label={`${texts.trust}. ${texts.trustHint}`}
        checked={trustServerCertificate}
        onChange={(_event, data) => form.setValue('trustServerCertificate', data.checked)}
      />
    </>
  );
}

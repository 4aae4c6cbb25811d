import { Link, Text } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { placeFormTexts } from '../../../shared/text/index.ts';
import { useTexts } from '../../language/index.ts';
import { ChoiceCards, TextField, useFormStyles } from '../form/index.ts';
import type { FormOfPlace } from './form-of-place.ts';
import { HelperPage } from './helper-page.tsx';

const KINDS = ['connectionString', 'accountKey', 'sasToken'] as const;

/** A container in Azure, and what opens it. With a connection string its account need not be typed. */
export function AzureFields({ form, isStored }: { form: FormOfPlace; isStored: boolean }): ReactNode {
  const texts = useTexts(placeFormTexts);
  const styles = useFormStyles();
  const [isHelping, setHelping] = useState(false);
  const { credentialKind = 'connectionString', account = '', container = '' } = useWatch({ control: form.control });
  const { errors } = form.formState;
  const hasAccount = credentialKind !== 'connectionString' || isStored || errors.account !== undefined;
  return (
    <>
      <div>
        <Link as="button" type="button" onClick={() => setHelping(true)}>
          {texts.helper.open}
        </Link>
      </div>
      {isHelping && <HelperPage account={account} container={container} onClosed={() => setHelping(false)} />}
      <ChoiceCards
        label={texts.credential}
        choices={KINDS.map((value) => ({ value, label: texts.credentials[value].name }))}
        value={credentialKind}
        onChange={(value) => form.setValue('credentialKind', value)}
      />
      <TextField
        label={texts.credentials[credentialKind].label}
        {...(isStored && { hint: texts.credentialKept })}
        field={form.register('credential')}
        error={errors.credential}
        type="password"
        autoComplete="new-password"
        required={!isStored}
      />
      <Text as="p" className={styles.note}>
        {texts.narrow}
      </Text>
      <div className={styles.row}>
        {hasAccount && <TextField label={texts.account} field={form.register('account')} error={errors.account} required />}
        <TextField
          label={texts.container}
          hint={texts.containerHint}
          field={form.register('container')}
          error={errors.container}
          required
        />
      </div>
      <div className={styles.row}>
        <TextField label={texts.prefix} hint={texts.prefixHint} field={form.register('prefix')} error={errors.prefix} />
        {hasAccount && (
          <TextField label={texts.endpoint} hint={texts.endpointHint} field={form.register('endpoint')} error={errors.endpoint} />
        )}
      </div>
    </>
  );
}

import { Body1, Checkbox, Field, Input } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type Settings, settingsSchema } from '../../../shared/model/installation.ts';
import { mailFormTexts } from '../../../shared/text/index.ts';
import { settingsTexts } from '../../../shared/text/screens/settings/index.ts';
import { useApi } from '../../api/index.ts';
import { ConfirmButton } from '../../components/dialog/index.ts';
import { useFormStyles } from '../../components/form/index.ts';
import { MailForm } from '../../components/mail-form/index.ts';
import { Section } from '../../components/page/index.ts';
import { PeopleForm } from '../../components/people-form/index.ts';
import { QueryView } from '../../components/query/index.ts';
import { useTexts } from '../../language/index.ts';
import { SaveLine } from './save-line.tsx';
import { useChangeSettings, useStoredSettings } from './use-settings.ts';

/** Who hears when something is wrong, and how. */
export function PeopleArea(): ReactNode {
  const { people: texts } = useTexts(settingsTexts);
  const { lead } = useTexts(mailFormTexts);
  const people = useQuery(useApi().people.list.queryOptions());
  const settings = useStoredSettings();
  // The form begins anew when its server was removed, not when one was saved in it.
  const [removals, setRemovals] = useState(0);
  return (
    <QueryView query={settings} lines={8}>
      {({ settings: stored }) => (
        <>
          <Section title={texts.people}>
            <QueryView query={people}>{(list) => <PeopleForm people={list} hasMail={stored.mail !== undefined} />}</QueryView>
          </Section>
          <Section title={texts.mail} actions={stored.mail !== undefined && <RemoveMail onRemoved={() => setRemovals(removals + 1)} />}>
            <Body1>{lead}</Body1>
            <MailForm key={removals} settings={stored} testTo={people.data?.find(({ role }) => role === 'owner')?.email} />
          </Section>
          <Heartbeat settings={stored} />
        </>
      )}
    </QueryView>
  );
}

function RemoveMail({ onRemoved }: { onRemoved: () => void }): ReactNode {
  const { people: texts } = useTexts(settingsTexts);
  const api = useApi();
  const queries = useQueryClient();
  const remove = async (): Promise<void> => {
    const { mail: _before, ...settings } = (await api.settings.get.call()).settings;
    await api.settings.set.call(settings);
  };
  return (
    <ConfirmButton
      appearance="subtle"
      label={texts.removeMail}
      {...texts.confirmRemoveMail}
      onConfirm={remove}
      onDone={() => {
        onRemoved();
        void queries.invalidateQueries({ queryKey: api.settings.key() });
      }}
    />
  );
}

function Heartbeat({ settings }: { settings: Settings }): ReactNode {
  const { people: texts } = useTexts(settingsTexts);
  const styles = useFormStyles();
  const work = useChangeSettings();
  const [typed, setTyped] = useState({ url: settings.heartbeatUrl ?? '', weeklyMail: settings.weeklyMail });
  const [isChanged, setChanged] = useState(false);
  const put = (more: Partial<typeof typed>): void => {
    setTyped({ ...typed, ...more });
    setChanged(true);
  };
  const url = typed.url.trim();
  const isAddress = url === '' || settingsSchema.shape.heartbeatUrl.safeParse(url).success;
  const save = (): void => {
    if (!isAddress) return;
    work.mutate(
      ({ heartbeatUrl: _before, ...now }) => ({ ...now, weeklyMail: typed.weeklyMail, ...(url !== '' && { heartbeatUrl: url }) }),
      {
        onSuccess: () => setChanged(false),
      },
    );
  };
  return (
    <Section title={texts.heartbeat}>
      <div className={styles.form}>
        <Body1>{texts.heartbeatLead}</Body1>
        <Field label={texts.heartbeatUrl} validationMessage={isAddress ? null : texts.heartbeatWrong}>
          <Input type="url" value={typed.url} onChange={(_event, { value }) => put({ url: value })} />
        </Field>
        <Field hint={texts.weeklyLead}>
          <Checkbox
            label={texts.weekly}
            checked={typed.weeklyMail}
            onChange={(_event, { checked }) => put({ weeklyMail: checked === true })}
          />
        </Field>
        <SaveLine onSave={save} work={work} isChanged={isChanged} />
      </div>
    </Section>
  );
}

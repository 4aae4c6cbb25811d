import { Body1, Body1Strong, Button, makeStyles, tokens } from '@fluentui/react-components';
import { PersonAddRegular } from '@fluentui/react-icons';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Person } from '../../../shared/model/person.ts';
import { momentWords, peopleFormTexts } from '../../../shared/text/index.ts';
import { useApi } from '../../api/index.ts';
import { useTexts, useVoice } from '../../language/index.ts';
import { ConfirmButton } from '../dialog/index.ts';
import { StateIcon } from '../marks/index.ts';
import { framed } from '../page/index.ts';
import { ConfirmAddress } from './confirm-address.tsx';
import { PersonDialog } from './person-dialog.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  person: { ...framed, gap: tokens.spacingVerticalS },
  top: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  who: { flexGrow: 1, flexBasis: '200px', display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export interface PeopleFormProps {
  people: readonly Person[];
  /** Whether a mail server is set up: codes cannot be sent without one. */
  hasMail: boolean;
}

/** Who hears when something is wrong, each with an address that they confirm by a code. */
export function PeopleForm({ people, hasMail }: PeopleFormProps): ReactNode {
  const texts = useTexts(peopleFormTexts);
  const styles = useStyles();
  const [open, setOpen] = useState<{ person: Person | undefined }>();
  return (
    <>
      <ul className={styles.list} aria-label={texts.people}>
        {people.map((person) => (
          <li key={person.id} className={styles.person}>
            <PersonLine person={person} onChange={() => setOpen({ person })} />
            {person.email !== undefined && person.emailConfirmedAt === undefined && <ConfirmAddress person={person} hasMail={hasMail} />}
          </li>
        ))}
      </ul>
      <div>
        <Button icon={<PersonAddRegular />} onClick={() => setOpen({ person: undefined })}>
          {texts.add}
        </Button>
      </div>
      {open && <PersonDialog person={open.person} people={people} onClosed={() => setOpen(undefined)} />}
    </>
  );
}

function PersonLine({ person, onChange }: { person: Person; onChange: () => void }): ReactNode {
  const texts = useTexts(peopleFormTexts);
  const { language, timeZone } = useVoice();
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const { id, name, role, email, emailConfirmedAt } = person;
  return (
    <div className={styles.top}>
      <span className={styles.who}>
        <Body1Strong>{name}</Body1Strong>
        <Body1 className={styles.quiet}>{texts.roles[role]}</Body1>
        <Body1>{email ?? texts.noEmail}</Body1>
        {email !== undefined && (
          <span>
            <StateIcon mark={emailConfirmedAt === undefined ? 'warning' : 'good'} />{' '}
            {emailConfirmedAt === undefined ? texts.notConfirmed : texts.confirmed(momentWords(emailConfirmedAt, language, timeZone))}
          </span>
        )}
      </span>
      <Button size="small" aria-label={texts.changeNamed(name)} onClick={onChange}>
        {texts.change}
      </Button>
      {/* Somebody has to own the pharmacy. */}
      {role !== 'owner' && (
        <ConfirmButton
          size="small"
          appearance="subtle"
          label={texts.remove}
          name={texts.removeNamed(name)}
          {...texts.confirmRemove(name)}
          onConfirm={async () => await api.people.remove.call({ id })}
          onDone={() => void queries.invalidateQueries({ queryKey: api.people.key() })}
        />
      )}
    </div>
  );
}

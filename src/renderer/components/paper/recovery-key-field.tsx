import { Input, makeStyles, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { paperTexts } from '../../../shared/text/index.ts';
import { useTexts } from '../../language/index.ts';
import { StateIcon } from '../marks/index.ts';
import { GROUP_LENGTH, isWholeKey, keyFault, type KeyGroups, typeIntoGroup } from './key-groups.ts';

const useStyles = makeStyles({
  field: { border: 'none', margin: 0, padding: 0, minWidth: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold, marginBottom: tokens.spacingVerticalXS },
  groups: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  group: { width: '92px' },
  input: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase400, textTransform: 'uppercase' },
  quiet: { color: tokens.colorNeutralForeground2 },
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
});

export interface RecoveryKeyFieldProps {
  groups: KeyGroups;
  onChange: (groups: KeyGroups) => void;
}

/** The key on the paper, group by group. A mistake is told as soon as it can be seen, with the group to look at. */
export function RecoveryKeyField({ groups, onChange }: RecoveryKeyFieldProps): ReactNode {
  const styles = useStyles();
  const texts = useTexts(paperTexts);
  const message = useId();
  const fields = useRef<(HTMLInputElement | null)[]>([]);
  const fault = keyFault(groups);
  const type = (at: number, typed: string): void => {
    const { groups: filled, next } = typeIntoGroup(groups, at, typed);
    onChange(filled);
    if (next !== at) fields.current[next]?.focus();
  };
  const back = (at: number, { key }: KeyboardEvent): void => {
    if (key === 'Backspace' && groups[at] === '') fields.current[at - 1]?.focus();
  };
  return (
    <fieldset className={styles.field} aria-describedby={message}>
      <legend className={styles.legend}>{texts.key}</legend>
      <p className={styles.hint}>{texts.keyHint}</p>
      <div className={styles.groups}>
        {groups.map((group, at) => (
          <Input
            // A group has no name but its place.
            // oxlint-disable-next-line react/no-array-index-key
            key={at}
            className={styles.group}
            input={{
              className: styles.input,
              maxLength: GROUP_LENGTH * groups.length * 2,
              ref: (field) => void (fields.current[at] = field),
            }}
            value={group}
            aria-label={texts.group(at + 1)}
            aria-invalid={fault?.group === at + 1}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            onChange={(_, { value }) => type(at, value)}
            onKeyDown={(event) => back(at, event)}
          />
        ))}
      </div>
      <output id={message}>
        <KeyState groups={groups} />
      </output>
    </fieldset>
  );
}

function KeyState({ groups }: { groups: KeyGroups }): ReactNode {
  const texts = useTexts(paperTexts);
  const fault = keyFault(groups);
  if (fault === undefined) {
    if (!isWholeKey(groups)) return undefined;
    return (
      <>
        <StateIcon mark="good" /> {texts.keyIsWhole}
      </>
    );
  }
  const words =
    fault.reason === 'character'
      ? texts.wrongCharacter(fault.group)
      : fault.group === undefined
        ? texts.wrongSomewhere
        : texts.wrongGroup(fault.group);
  return (
    <>
      <StateIcon mark="bad" /> {words}
    </>
  );
}

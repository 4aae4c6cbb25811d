import { Body1, Body1Strong, Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Source } from '../../../../shared/model/source.ts';
import { FORGOTTEN, type Forgotten, setupWhatTexts } from '../../../../shared/text/index.ts';
import { StateIcon } from '../../../components/marks/index.ts';
import { Section } from '../../../components/page/index.ts';
import { useFormStyles } from '../../../components/form/index.ts';
import { useTexts } from '../../../language/index.ts';
import { useSetup } from '../use-setup.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  item: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  words: { flexGrow: 1, flexBasis: '320px', display: 'flex', flexDirection: 'column' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export interface ForgottenListProps {
  stored: readonly Source[];
  /** Asks for the folder of one of these. */
  onAdd: (what: Forgotten) => void;
}

/** Small things that pharmacies miss on a new computer, each protected or said no to. */
export function ForgottenList({ stored, onAdd }: ForgottenListProps): ReactNode {
  const { forgotten: texts } = useTexts(setupWhatTexts);
  const { note } = useFormStyles();
  const styles = useStyles();
  const { state, change } = useSetup();
  const setAside = state.draft.setAside ?? [];
  return (
    <Section
      title={texts.title}
      actions={
        setAside.length > 0 && (
          <Button size="small" appearance="subtle" onClick={() => change({ setAside: [] })}>
            {texts.back}
          </Button>
        )
      }
    >
      <Body1 as="p" className={note}>
        {texts.lead}
      </Body1>
      <ul className={styles.list}>
        {FORGOTTEN.filter((what) => !setAside.includes(what)).map((what) => (
          <Item
            key={what}
            what={what}
            isProtected={stored.some(({ id }) => id === what)}
            onAdd={() => onAdd(what)}
            onNo={() => change({ setAside: [...setAside, what] })}
          />
        ))}
      </ul>
    </Section>
  );
}

function Item({
  what,
  isProtected,
  onAdd,
  onNo,
}: {
  what: Forgotten;
  isProtected: boolean;
  onAdd: () => void;
  onNo: () => void;
}): ReactNode {
  const { forgotten: texts, items } = useTexts(setupWhatTexts);
  const styles = useStyles();
  const { name, about } = items[what];
  return (
    <li className={styles.item}>
      <span className={styles.words}>
        <Body1Strong>{name}</Body1Strong>
        <Body1 className={styles.quiet}>{about}</Body1>
      </span>
      {isProtected ? (
        <span>
          <StateIcon mark="good" /> {texts.protected}
        </span>
      ) : (
        <>
          <Button size="small" aria-label={texts.addNamed(name)} onClick={onAdd}>
            {texts.add}
          </Button>
          <Button size="small" appearance="subtle" aria-label={texts.noNamed(name)} onClick={onNo}>
            {texts.no}
          </Button>
        </>
      )}
    </li>
  );
}

import { Body1, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Disaster } from '../../../shared/model/protection.ts';
import { type DisasterLine, disasterText } from '../../../shared/text/index.ts';
import { homeTexts } from '../../../shared/text/screens/home/index.ts';
import { type Mark, StateIcon } from '../../components/marks/index.ts';
import { Section } from '../../components/page/index.ts';
import { DataTable } from '../../components/table/index.ts';
import { useNames, useTexts } from '../../language/index.ts';

const useStyles = makeStyles({
  note: { color: tokens.colorNeutralForeground2, margin: 0 },
  title: { fontWeight: tokens.fontWeightSemibold },
});

/** The three lines that must be true, each from its own copy. */
export function Disasters({ disasters }: { disasters: readonly Disaster[] }): ReactNode {
  const { disasters: texts } = useTexts(homeTexts);
  const names = useNames();
  const styles = useStyles();
  const rows = disasters.map((disaster): Row => ({ ...disasterText(disaster, names), mark: markOf(disaster) }));
  return (
    <Section title={texts.title}>
      <DataTable
        caption={texts.title}
        rows={rows}
        keyOf={({ title }) => title}
        columns={[
          { id: 'what', title: texts.what, isRowHeader: true, cell: titleCell },
          { id: 'lose', title: texts.lose, cell: loseCell },
          { id: 'back', title: texts.back, cell: ({ back }) => back },
          { id: 'basis', title: texts.basis, cell: ({ basis }) => bare(basis) },
        ]}
      />
      <Caption1 as="p" className={styles.note}>
        {texts.note}
      </Caption1>
    </Section>
  );
}

interface Row extends DisasterLine {
  mark: Mark;
}

function titleCell({ title }: Row): ReactNode {
  return <Strong>{title}</Strong>;
}

function Strong({ children }: { children: string }): ReactNode {
  return <Body1 className={useStyles().title}>{children}</Body1>;
}

function loseCell({ lose, mark }: Row): ReactNode {
  return (
    <>
      <StateIcon mark={mark} /> {lose}
    </>
  );
}

function markOf({ destination, loseMinutes, isProven }: Disaster): Mark {
  if (destination === undefined || loseMinutes === undefined) return 'bad';
  return isProven ? 'good' : 'warning';
}

/** A column of its own needs no brackets. */
function bare(basis: string): string {
  return basis.replace(/^\((.*)\)$/, '$1');
}

import { Body1, Button, Caption1, Checkbox, makeStyles, Select, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { formatBytes } from '../../../../shared/format/index.ts';
import { partsOf, type SingleSource } from '../../../../shared/model/source.ts';
import { type Tier, TIERS } from '../../../../shared/model/tier.ts';
import { momentWords, setupWhatTexts, sourceFormTexts, tierName } from '../../../../shared/text/index.ts';
import { type Column, DataTable } from '../../../components/table/index.ts';
import { useTexts, useVoice } from '../../../language/index.ts';
import { type SourceLine, withTier } from './lines-of.ts';
import { TestCell } from './test-cell.tsx';
import type { SourceLines } from './use-source-lines.ts';

const useStyles = makeStyles({
  what: { display: 'flex', flexDirection: 'column', minWidth: '200px' },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  tier: { minWidth: '130px' },
  change: { whiteSpace: 'nowrap' },
});

export interface SourceTableProps {
  lines: SourceLine[];
  onChange: SourceLines['change'];
  /** Opens the form of a line. */
  onEdit: (line: SourceLine) => void;
}

/** What is and could be protected: what it is, how big, how much it matters, and whether it can be read. */
export function SourceTable({ lines, onChange, onEdit }: SourceTableProps): ReactNode {
  const texts = useTexts(setupWhatTexts);
  const styles = useStyles();
  const { columns: titles } = texts;
  const columns: Column<SourceLine>[] = [
    {
      id: 'protect',
      title: titles.protect,
      cell: (line) => <ChoiceCell line={line} onChange={onChange} onEdit={onEdit} />,
    },
    { id: 'what', title: titles.what, cell: (line) => <WhatCell line={line} />, isRowHeader: true },
    {
      id: 'size',
      title: titles.size,
      cell: ({ bytes }) => (bytes === undefined ? texts.unknownSize : formatBytes(bytes)),
      isNumber: true,
    },
    { id: 'tier', title: titles.tier, cell: (line) => <TierCell line={line} onChange={onChange} /> },
    {
      id: 'test',
      title: titles.test,
      cell: (line) =>
        line.needsAccount ? (
          <Button size="small" onClick={() => onEdit(line)}>
            {texts.enterAccount}
          </Button>
        ) : (
          <TestCell line={line} onTested={(tested) => onChange(line.source.id, tested)} />
        ),
    },
    {
      id: 'change',
      title: titles.change,
      cell: (line) => (
        <Button
          size="small"
          appearance="subtle"
          className={styles.change}
          aria-label={texts.change(line.source.name)}
          onClick={() => onEdit(line)}
        >
          {texts.changeShort}
        </Button>
      ),
    },
  ];
  return <DataTable caption={texts.found} rows={lines} keyOf={({ source }) => source.id} columns={columns} />;
}

function ChoiceCell({ line, onChange, onEdit }: Omit<SourceTableProps, 'lines'> & { line: SourceLine }): ReactNode {
  const texts = useTexts(setupWhatTexts);
  return (
    <Checkbox
      aria-label={texts.protect(line.source.name)}
      checked={line.isChosen}
      onChange={(_event, data) => (line.needsAccount ? onEdit(line) : onChange(line.source.id, { isChosen: data.checked === true }))}
    />
  );
}

function WhatCell({ line: { source, newest, needsAccount } }: { line: SourceLine }): ReactNode {
  const texts = useTexts(setupWhatTexts);
  const { capture } = useTexts(sourceFormTexts);
  const { language, timeZone } = useVoice();
  const styles = useStyles();
  const about = needsAccount ? texts.needsAccount : capture[source.kind];
  return (
    <span className={styles.what}>
      <Body1>{source.name}</Body1>
      <Caption1 className={styles.quiet}>{partsOf(source).map(whereOf).join(', ')}</Caption1>
      <Caption1 className={styles.quiet}>
        {about}
        {newest !== undefined && ` · ${texts.newest(momentWords(newest, language, timeZone))}`}
      </Caption1>
    </span>
  );
}

function TierCell({ line: { source }, onChange }: { line: SourceLine; onChange: SourceLines['change'] }): ReactNode {
  const texts = useTexts(setupWhatTexts);
  const { language } = useVoice();
  const styles = useStyles();
  return (
    <Select
      size="small"
      className={styles.tier}
      aria-label={texts.tierOf(source.name)}
      value={source.tier}
      onChange={(_event, data) => onChange(source.id, { source: withTier(source, data.value as Tier) })}
    >
      {TIERS.map((tier) => (
        <option key={tier} value={tier}>
          {tierName(tier, language)}
        </option>
      ))}
    </Select>
  );
}

/** Where a source lies, as a person would look for it. */
function whereOf(source: SingleSource): string {
  switch (source.kind) {
    case 'folder':
      return source.paths.join(', ');
    case 'vendor-file':
      return `${source.folder} · ${source.pattern}`;
    case 'sqlite':
      return source.path;
    case 'postgresql':
    case 'mariadb':
      return `${source.host}:${source.port} · ${source.database}`;
    default:
      return `${source.host}${source.instance === undefined ? '' : `\\${source.instance}`} · ${source.database}`;
  }
}

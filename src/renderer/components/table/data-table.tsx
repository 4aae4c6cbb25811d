import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  frame: { overflowX: 'auto', border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium },
  table: { width: '100%', borderCollapse: 'collapse', fontSize: tokens.fontSizeBase300, fontVariantNumeric: 'tabular-nums' },
  caption: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  cell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    textAlign: 'left',
    verticalAlign: 'top',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  head: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap', overflowWrap: 'normal' },
  // What names a row is made of words: it takes their room rather than breaking one.
  rowHead: { overflowWrap: 'break-word' },
  middle: { verticalAlign: 'middle' },
  number: { textAlign: 'right', whiteSpace: 'nowrap' },
});

export interface Column<Row> {
  id: string;
  title: string;
  cell: (row: Row) => ReactNode;
  /** Figures stand right, so that they can be compared. */
  isNumber?: boolean;
  /** Names its row for those who hear the table. */
  isRowHeader?: boolean;
}

export interface DataTableProps<Row> {
  /** Said to those who hear the page; a heading above says it to those who see it. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** Its cells have fields: names stand in the middle of them. */
  isForm?: boolean;
}

/** Rows that people compare. Wide ones scroll in their own frame, never the page. */
export function DataTable<Row>({ caption, columns, rows, keyOf, isForm = false }: DataTableProps<Row>): ReactNode {
  const styles = useStyles();
  return (
    // A frame that scrolls must be reached by the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles.frame} tabIndex={0} aria-label={caption}>
      <table className={styles.table}>
        <caption className={styles.caption}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ id, title, isNumber }) => (
              <th key={id} scope="col" className={mergeClasses(styles.cell, styles.head, isNumber === true && styles.number)}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column) => (
                <Cell key={column.id} column={column} row={row} isForm={isForm} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell<Row>({ column, row, isForm }: { column: Column<Row>; row: Row; isForm: boolean }): ReactNode {
  const styles = useStyles();
  const { cell, isNumber, isRowHeader } = column;
  const className = mergeClasses(
    styles.cell,
    isForm && styles.middle,
    isNumber === true && styles.number,
    isRowHeader === true && styles.rowHead,
  );
  if (isRowHeader !== true) return <td className={className}>{cell(row)}</td>;
  return (
    <th scope="row" className={className}>
      {cell(row)}
    </th>
  );
}

import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  choice: {
    // Its own room for the finger lies in that of the cell.
    margin: `calc(-1 * ${tokens.spacingVerticalS})`,
    '& .fui-Radio__label, & .fui-Checkbox__label': { color: tokens.colorNeutralForeground1 },
  },
});

/** Class of a radio button or check box that names a row of a table: its words are as dark as the rest of the row. */
export function useRowChoice(): string {
  return useStyles().choice;
}

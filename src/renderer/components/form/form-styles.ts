import { makeStyles, tokens } from '@fluentui/react-components';

/** How forms are laid out: fields below each other, short ones side by side where there is room, buttons at the end. */
export const useFormStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    maxWidth: '640px',
    minWidth: 0,
    // A list is as wide as its place, however long what can be chosen is.
    '& .fui-Select, & .fui-Select__select': { minWidth: 0 },
  },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalL,
    '> *': { flexGrow: 1, flexBasis: '180px', minWidth: 0 },
  },
  /** A row of something long and something short, such as a server and its port. */
  longShort: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(90px, 130px)',
    alignItems: 'start',
    gap: tokens.spacingHorizontalL,
    '> *, & .fui-Input, & .fui-Input__input': { minWidth: 0 },
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  note: { margin: 0, color: tokens.colorNeutralForeground2, maxWidth: '70ch' },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
});

import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { SignOutRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { pageTexts } from '../../shared/text/index.ts';
import { signOut } from '../api/index.ts';
import { useTexts } from '../language/index.ts';
import { useIsInWindow } from '../window/index.ts';

// In line with the areas above it.
const useStyles = makeStyles({
  button: {
    justifyContent: 'flex-start',
    gap: tokens.spacingHorizontalM,
    minWidth: 'auto',
    // It has a border that they have not.
    padding: `${tokens.spacingVerticalS} calc(${tokens.spacingHorizontalM} - ${tokens.strokeWidthThin})`,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  icon: { marginRight: 0 },
});

/** For a page in a browser, which stays signed in for hours after whoever used it has gone. */
export function SignOutButton(): ReactNode {
  const texts = useTexts(pageTexts);
  const styles = useStyles();
  if (useIsInWindow()) return undefined;
  return (
    <Button
      appearance="subtle"
      icon={{ children: <SignOutRegular aria-hidden />, className: styles.icon }}
      className={styles.button}
      onClick={() => void signOut()}
    >
      {texts.signOut}
    </Button>
  );
}

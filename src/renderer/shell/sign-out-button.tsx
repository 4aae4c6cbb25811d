import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { SignOutRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { pageTexts } from '../../shared/text/index.ts';
import { useTexts } from '../language/index.ts';

// In line with the areas above it.
const useStyles = makeStyles({
  button: {
    justifyContent: 'flex-start',
    gap: tokens.spacingHorizontalS,
    minWidth: 'auto',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
});

/** For a page in a browser, which stays signed in for hours after whoever used it has gone. */
export function SignOutButton({ onClick }: { onClick: () => void }): ReactNode {
  const texts = useTexts(pageTexts);
  const styles = useStyles();
  return (
    <Button appearance="subtle" icon={<SignOutRegular aria-hidden />} className={styles.button} onClick={onClick}>
      {texts.signOut}
    </Button>
  );
}

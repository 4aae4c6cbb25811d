import { Button } from '@fluentui/react-components';
import { SignOutRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { pageTexts } from '../../shared/text/index.ts';
import { signOut } from '../api/index.ts';
import { useTexts } from '../language/index.ts';
import { useIsInWindow } from '../window/index.ts';

/** For a page in a browser, which stays signed in for hours after whoever used it has gone. */
export function SignOutButton(): ReactNode {
  const texts = useTexts(pageTexts);
  if (useIsInWindow()) return undefined;
  return (
    <Button appearance="subtle" icon={<SignOutRegular aria-hidden />} onClick={() => void signOut()}>
      {texts.signOut}
    </Button>
  );
}

import { Button } from '@fluentui/react-components';
import { SignOutRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { pageTexts } from '../../shared/text/index.ts';
import { useTexts } from '../language/index.ts';

/** For a page in a browser, which stays signed in for hours after whoever used it has gone. */
export function SignOutButton({ onClick }: { onClick: () => void }): ReactNode {
  const texts = useTexts(pageTexts);
  return (
    <Button appearance="subtle" icon={<SignOutRegular aria-hidden />} onClick={onClick}>
      {texts.signOut}
    </Button>
  );
}

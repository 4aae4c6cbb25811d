import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { pageTexts } from '../../../shared/text/index.ts';
import { FailureMessage } from '../../components/feedback/index.ts';
import { useFormStyles } from '../../components/form/index.ts';
import { StateIcon } from '../../components/marks/index.ts';
import { useTexts } from '../../language/index.ts';

interface SaveLineProps {
  onSave: () => void;
  work: { isPending: boolean; isSuccess: boolean; error: unknown };
  /** What was typed since it was last saved. */
  isChanged: boolean;
}

/** The end of a form: the button, and whether it worked. */
export function SaveLine({ onSave, work, isChanged }: SaveLineProps): ReactNode {
  const { save, saved } = useTexts(pageTexts);
  const styles = useFormStyles();
  return (
    <>
      <FailureMessage error={work.error} />
      <div className={styles.buttons}>
        <Button appearance="primary" disabledFocusable={work.isPending} onClick={onSave}>
          {save}
        </Button>
        <output>
          {work.isSuccess && !isChanged && (
            <>
              <StateIcon mark="good" /> {saved}
            </>
          )}
        </output>
      </div>
    </>
  );
}

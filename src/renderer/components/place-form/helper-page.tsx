import { Body1, Button, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import { placeFormTexts, type RecipeStep } from '../../../shared/text/index.ts';
import { useTexts } from '../../language/index.ts';
import { CloseButton, ModalDialog } from '../dialog/index.ts';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  step: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  text: { margin: 0 },
  paste: {
    margin: 0,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  copy: { alignSelf: 'flex-start' },
});

/** Names that are used until somebody types their own. */
const SAMPLE_ACCOUNT = 'mypharmacylifeboat';
const SAMPLE_CONTAINER = 'lifeboat';

/** What the IT helper does in Azure, step by step, with something to paste. */
export function HelperPage({ account, container, onClosed }: { account: string; container: string; onClosed: () => void }): ReactNode {
  const { helper } = useTexts(placeFormTexts);
  const styles = useStyles();
  const steps = helper.steps({ account: account || SAMPLE_ACCOUNT, container: container || SAMPLE_CONTAINER });
  return (
    <ModalDialog title={helper.title} onClosed={onClosed} actions={<CloseButton>{helper.close}</CloseButton>}>
      <div className={styles.content}>
        <Body1 as="p" className={styles.text}>
          {helper.lead}
        </Body1>
        {steps.map((step) => (
          <Step key={step.title} step={step} />
        ))}
        <Body1 as="p" className={styles.text}>
          {helper.after}
        </Body1>
      </div>
    </ModalDialog>
  );
}

function Step({ step: { title, about, paste } }: { step: RecipeStep }): ReactNode {
  const { helper } = useTexts(placeFormTexts);
  const styles = useStyles();
  const [isCopied, setCopied] = useState(false);
  return (
    <section className={styles.step}>
      <Subtitle2 as="h3" className={styles.text}>
        {title}
      </Subtitle2>
      <Body1 as="p" className={styles.text}>
        {about}
      </Body1>
      {paste !== undefined && (
        <>
          <pre className={styles.paste}>{paste}</pre>
          <Button
            size="small"
            className={styles.copy}
            icon={<CopyRegular />}
            aria-label={`${helper.copy}: ${title}`}
            onClick={() => void navigator.clipboard.writeText(paste).then(() => setCopied(true))}
          >
            {isCopied ? helper.copied : helper.copy}
          </Button>
        </>
      )}
    </section>
  );
}

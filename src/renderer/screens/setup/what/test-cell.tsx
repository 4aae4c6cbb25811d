import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ErrorReport } from '../../../../shared/errors/index.ts';
import { sentence, setupWhatTexts, witnessLines } from '../../../../shared/text/index.ts';
import { failureSentence, useApi } from '../../../api/index.ts';
import { StateIcon } from '../../../components/marks/index.ts';
import type { SourceTestFound } from '../../../components/source-form/index.ts';
import { useTexts, useVoice } from '../../../language/index.ts';
import { useClock } from '../../../time/index.ts';
import type { SourceLine } from './lines-of.ts';

const useStyles = makeStyles({
  cell: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalXS, minWidth: '180px' },
  words: { color: tokens.colorNeutralForeground2 },
});

/** Words of a test that are shown in a list. */
const FACTS = 2;

/** Tries a line as a backup would, and says what was read. */
export function TestCell({
  line,
  onTested,
}: {
  line: SourceLine;
  onTested: (tested: { testedAt: string; bytes?: number }) => void;
}): ReactNode {
  const texts = useTexts(setupWhatTexts);
  const { language } = useVoice();
  const styles = useStyles();
  const clock = useClock();
  const { source, testedAt } = line;
  const test = useMutation({
    ...useApi().sources.test.mutationOptions(),
    onSuccess: ({ ok, bytes }) => {
      if (ok) onTested({ testedAt: clock.now().toISOString(), ...(bytes !== undefined && { bytes }) });
    },
  });
  return (
    <div className={styles.cell}>
      <output>
        {test.isPending && <Spinner size="extra-tiny" labelPosition="after" label={texts.testing} />}
        {test.data !== undefined && <Found found={test.data} />}
        {test.isError && failureSentence(test.error, language)}
        {test.isIdle && (
          <span className={styles.words}>
            <StateIcon mark={testedAt === undefined ? 'none' : 'good'} /> {testedAt === undefined ? texts.notTested : texts.works}
          </span>
        )}
      </output>
      <Button size="small" aria-label={texts.test(source.name)} disabledFocusable={test.isPending} onClick={() => test.mutate({ source })}>
        {texts.testShort}
      </Button>
    </div>
  );
}

function Found({ found }: { found: SourceTestFound }): ReactNode {
  const texts = useTexts(setupWhatTexts);
  const voice = useVoice();
  if (!found.ok) {
    return (
      <>
        <StateIcon mark="bad" /> {texts.fails} {found.error && sentence(found.error as unknown as ErrorReport, voice.language)}
      </>
    );
  }
  const facts = witnessLines(found.witness?.facts ?? [], voice).slice(0, FACTS);
  return (
    <>
      <StateIcon mark={found.notes.length > 0 ? 'warning' : 'good'} /> {texts.works} {facts.join(' · ')}
    </>
  );
}

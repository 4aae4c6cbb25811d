import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ErrorReport } from '../../../shared/errors/index.ts';
import { formatBytes } from '../../../shared/format/index.ts';
import type { SourceWarningCode } from '../../../shared/model/source-warning.ts';
import { sentence, sourceFormTexts, sourceWarningSentence, witnessLines } from '../../../shared/text/index.ts';
import type { OwnerClient } from '../../api/index.ts';
import { useTexts, useVoice } from '../../language/index.ts';

/** What a test of a source found. */
export type SourceTestFound = Awaited<ReturnType<OwnerClient['sources']['test']>>;

const useStyles = makeStyles({
  bar: { whiteSpace: 'normal' },
  facts: { margin: `${tokens.spacingVerticalXS} 0 0`, paddingLeft: tokens.spacingHorizontalXL, fontVariantNumeric: 'tabular-nums' },
});

/** What a test of a source read, or why it could not and what to do. `name` is what the source is called. */
export function TestResult({ found, name }: { found: SourceTestFound; name: string }): ReactNode {
  const texts = useTexts(sourceFormTexts);
  const voice = useVoice();
  const styles = useStyles();
  if (!found.ok) {
    return (
      <MessageBar intent="error" layout="multiline" className={styles.bar}>
        <MessageBarBody>
          <MessageBarTitle>{texts.tested.bad}</MessageBarTitle>{' '}
          {found.error && sentence(found.error as unknown as ErrorReport, voice.language)}
        </MessageBarBody>
      </MessageBar>
    );
  }
  const lines = witnessLines(found.witness?.facts ?? [], voice);
  return (
    <>
      <MessageBar intent="success" layout="multiline" className={styles.bar}>
        <MessageBarBody>
          <MessageBarTitle>{texts.tested.good}</MessageBarTitle>{' '}
          {found.bytes !== undefined && <Text>{texts.size(formatBytes(found.bytes))}. </Text>}
          {lines.length > 0 && (
            <>
              {texts.readNow}:
              <ul className={styles.facts}>
                {lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </>
          )}
        </MessageBarBody>
      </MessageBar>
      {found.notes.map(({ part, code, detail }) => (
        <MessageBar key={`${part} ${code} ${detail ?? ''}`} intent="warning" layout="multiline" className={styles.bar}>
          <MessageBarBody>
            {sourceWarningSentence({ code: code as SourceWarningCode, ...(detail !== undefined && { detail }) }, name, voice.language)}
          </MessageBarBody>
        </MessageBar>
      ))}
    </>
  );
}

import { Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { KitCodeFault } from '../../../shared/model/kit-code.ts';
import { paperTexts } from '../../../shared/text/index.ts';
import { useTexts } from '../../language/index.ts';
import { typedCode } from './code-fault.ts';

const useStyles = makeStyles({
  text: { fontFamily: tokens.fontFamilyMonospace, textTransform: 'uppercase' },
  field: { maxWidth: '620px' },
});

/** The access code on the paper: scanned, or typed line by line. A line that is wrong is named as soon as it ends. */
export function AccessCodeField({ value, onChange }: { value: string; onChange: (text: string) => void }): ReactNode {
  const styles = useStyles();
  const texts = useTexts(paperTexts);
  const { read, all, fault, isWhole } = typedCode(value);
  const state = fault ? faultWords(fault, texts) : isWhole ? texts.codeIsWhole : read > 0 ? texts.linesRead(read, all) : null;
  return (
    <Field
      className={styles.field}
      label={texts.code}
      hint={texts.codeHint}
      validationState={fault ? 'error' : isWhole ? 'success' : 'none'}
      validationMessage={state}
    >
      <Textarea
        rows={8}
        resize="vertical"
        value={value}
        textarea={{ className: styles.text, spellCheck: false, autoComplete: 'off' }}
        onChange={(_, { value: typed }) => onChange(typed)}
      />
    </Field>
  );
}

function faultWords(fault: KitCodeFault, texts: ReturnType<typeof paperTexts>): string {
  if (fault.reason === 'too-short') return texts.shortLine(fault.line);
  if (fault.reason === 'too-long') return texts.longLine(fault.line);
  if (fault.reason === 'character' || fault.reason === 'checksum') return texts.wrongLine(fault.line, fault.group);
  return texts.otherCode;
}

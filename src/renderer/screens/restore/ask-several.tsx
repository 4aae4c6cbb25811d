import { Button, Checkbox, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { partsOf, type Source } from '../../../shared/model/source.ts';
import type { TimelinePoint } from '../../../shared/model/timeline.ts';
import type { WitnessDay } from '../../../shared/model/witness-days.ts';
import { momentWords } from '../../../shared/text/index.ts';
import { restoreTexts } from '../../../shared/text/screens/restore/index.ts';
import { failureSentence } from '../../api/index.ts';
import { useRowChoice } from '../../components/choices/index.ts';
import { Section } from '../../components/page/index.ts';
import { DataTable } from '../../components/table/index.ts';
import { useTexts, useVoice } from '../../language/index.ts';
import { type Answer, useAsk } from './use-ask.ts';

/** Copies asked in one go, and days to choose them from. */
const MOST = 5;
const DAYS = 31;

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalM },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface Asking {
  part: string;
  question: string;
}

/** One question to several days, opened beside each other. */
export function AskSeveral({ source, days }: { source: Source; days: readonly WitnessDay[] }): ReactNode {
  const texts = useTexts(restoreTexts).ask;
  const questions = partsOf(source).flatMap((part) =>
    'questions' in part ? part.questions.map(({ name }): Asking => ({ part: part.id, question: name })) : [],
  );
  const points = days.slice(0, DAYS).flatMap((day) => day.points.find(({ isReachable }) => isReachable) ?? []);
  return (
    <Section title={texts.title}>
      <p>{questions.length === 0 ? texts.noQuestions : texts.lead}</p>
      {questions.length > 0 && <AskForm source={source.id} questions={questions} points={points} />}
    </Section>
  );
}

interface AskFormProps {
  source: string;
  questions: readonly Asking[];
  points: readonly TimelinePoint[];
}

function AskForm({ source, questions, points }: AskFormProps): ReactNode {
  const rowChoice = useRowChoice();
  const texts = useTexts(restoreTexts).ask;
  const { language, timeZone } = useVoice();
  const { answers, start, cancel } = useAsk();
  const [at, setAt] = useState(0);
  const [picked, setPicked] = useState<readonly string[]>([]);
  const asked = questions[at];
  const toggle = (point: string): void =>
    setPicked(picked.includes(point) ? picked.filter((one) => one !== point) : [...picked, point].slice(-MOST));
  return (
    <>
      <AskBar
        questions={questions}
        at={at}
        onChoose={setAt}
        count={picked.length}
        answers={answers}
        onCancel={cancel}
        onStart={() =>
          asked &&
          void start(
            { source, ...asked },
            points.filter(({ point }) => picked.includes(point)),
          )
        }
      />
      <DataTable
        caption={texts.table}
        isForm
        rows={points}
        keyOf={({ point }) => point}
        columns={[
          {
            id: 'day',
            title: texts.most(MOST),
            isRowHeader: true,
            cell: ({ point, time }) => (
              <Checkbox
                className={rowChoice}
                checked={picked.includes(point)}
                onChange={() => toggle(point)}
                label={momentWords(time, language, timeZone)}
              />
            ),
          },
          { id: 'answer', title: texts.answer, isNumber: true, cell: ({ point }) => <AnswerWords answer={answers.get(point)} /> },
        ]}
      />
    </>
  );
}

interface AskBarProps {
  questions: readonly Asking[];
  at: number;
  onChoose: (at: number) => void;
  count: number;
  answers: ReadonlyMap<string, Answer>;
  onStart: () => void;
  onCancel: () => void;
}

function AskBar({ questions, at, onChoose, count, answers, onStart, onCancel }: AskBarProps): ReactNode {
  const styles = useStyles();
  const texts = useTexts(restoreTexts).ask;
  const all = [...answers.values()];
  const isAsking = all.some(({ state }) => state === 'asking' || state === 'waiting');
  const done = all.filter(({ state }) => state === 'answered' || state === 'failed').length;
  return (
    <div className={styles.row}>
      <Field label={texts.question}>
        <Select value={String(at)} onChange={(_, { value }) => onChoose(Number(value))}>
          {questions.map(({ part, question }, index) => (
            <option key={part + question} value={index}>
              {question}
            </option>
          ))}
        </Select>
      </Field>
      {isAsking ? (
        <Button onClick={onCancel}>{texts.cancel}</Button>
      ) : (
        <Button disabledFocusable={count === 0} onClick={() => (count > 0 ? onStart() : undefined)}>
          {texts.start(Math.max(1, count))}
        </Button>
      )}
      <output className={styles.quiet}>{all.length > 0 && texts.progress(done, all.length)}</output>
    </div>
  );
}

function AnswerWords({ answer }: { answer: Answer | undefined }): ReactNode {
  const texts = useTexts(restoreTexts).ask;
  const { language } = useVoice();
  if (answer === undefined) return undefined;
  if (answer.state === 'answered') return answer.answer ?? texts.empty;
  return answer.state === 'failed' ? failureSentence(answer.error, language) : texts[answer.state];
}

import { Body1Strong, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { formatBytes } from '../../../../shared/format/index.ts';
import type { Proof, RestorePoint } from '../../../../shared/model/restore-point.ts';
import type { Job, Run } from '../../../../shared/model/run.ts';
import { lengthWords, witnessLines } from '../../../../shared/text/index.ts';
import { runsTexts } from '../../../../shared/text/screens/runs/index.ts';
import { useApi } from '../../../api/index.ts';
import { StateIcon } from '../../../components/marks/index.ts';
import { Section, framed } from '../../../components/page/index.ts';
import { QueryView } from '../../../components/query/index.ts';
import { useNames, useTexts } from '../../../language/index.ts';
import { findingWords } from './finding-words.ts';

const MOST = 1000;

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  item: { ...framed, gap: tokens.spacingVerticalXXS, overflowWrap: 'anywhere', fontVariantNumeric: 'tabular-nums' },
  facts: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, color: tokens.colorNeutralForeground2 },
});

/** What the restore tests of a run found, and what was compared. */
export function RunProofs({ run, jobs }: { run: Run; jobs: readonly Job[] }): ReactNode {
  const { proofs: texts } = useTexts(runsTexts);
  const styles = useStyles();
  const api = useApi();
  const query = useQuery(api.runs.proofs.queryOptions({ input: { limit: MOST } }));
  const { data: points = [] } = useQuery(api.runs.points.queryOptions({ input: { limit: MOST } }));
  const ids = new Set(jobs.map(({ id }) => id));
  return (
    <Section title={texts.title}>
      <QueryView query={query} lines={3}>
        {(proofs) => (
          <ul className={styles.list} key={run.id}>
            {proofs
              .filter(({ job }) => ids.has(job))
              .map((proof) => (
                <ProofOf key={proof.id} proof={proof} point={points.find(({ point, witness }) => point === proof.point && witness)} />
              ))}
          </ul>
        )}
      </QueryView>
    </Section>
  );
}

/** `point`: what was tried, with what was noted when it was made. */
function ProofOf({ proof, point }: { proof: Proof; point: RestorePoint | undefined }): ReactNode {
  const { proofs: texts } = useTexts(runsTexts);
  const styles = useStyles();
  const names = useNames();
  const source = names.sourceName(proof.source) ?? proof.source;
  const place = names.placeName(proof.destination, proof.disk) ?? proof.destination;
  const facts = point?.witness && proof.compared > 0 ? witnessLines(point.witness.facts, names) : [];
  return (
    <li className={styles.item}>
      <Body1Strong>{texts.of(source, place)}</Body1Strong>
      <span>
        <StateIcon mark={proof.passed ? 'good' : 'bad'} /> {proof.passed ? texts.passed : texts.failed}
      </span>
      {proof.passed && <span>{texts.levels[proof.level]}</span>}
      {proof.isSample && <span>{texts.sample}</span>}
      {proof.findings.map((finding) => (
        <span key={JSON.stringify(finding)}>{findingWords(finding, texts, names)}</span>
      ))}
      <span>
        {proof.compared > 0 && `${texts.compared(proof.compared)} `}
        {texts.took(lengthWords(proof.seconds, names.language), formatBytes(proof.bytes))}
      </span>
      {facts.length > 0 && (
        <ul className={styles.facts}>
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      )}
    </li>
  );
}

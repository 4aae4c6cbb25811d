import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Proof, RestorePoint } from '../../../../shared/model/restore-point.ts';
import type { Run } from '../../../../shared/model/run.ts';
import { lengthWords, setupEndTexts, witnessLines } from '../../../../shared/text/index.ts';
import { useApi } from '../../../api/index.ts';
import { Notice } from '../../../components/feedback/index.ts';
import { StateIcon } from '../../../components/marks/index.ts';
import { Section } from '../../../components/page/index.ts';
import { RunProgress } from '../../../components/run-progress/index.ts';
import { useNames, useTexts, useVoice } from '../../../language/index.ts';
import { firstProofs, followUpOf } from './first-run.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

/** Facts of a proof that are said. */
const FACTS = 3;

/** The trial restores that follow the backup, and what they found. */
export function FirstProof({ runs, isBackupOver }: { runs: readonly Run[]; isBackupOver: boolean }): ReactNode {
  const { first: texts } = useTexts(setupEndTexts);
  const styles = useStyles();
  const api = useApi();
  const { data: proofs = [] } = useQuery(api.runs.proofs.queryOptions({ input: {} }));
  const { data: points = [] } = useQuery(api.runs.points.queryOptions({ input: {} }));
  const found = firstProofs(proofs);
  const working = followUpOf(runs);
  const isProven = found.length > 0 && found.every(({ passed }) => passed);
  return (
    <Section title={texts.proof}>
      {!isBackupOver && found.length === 0 && <span>{texts.proofWaits}</span>}
      <ul className={styles.list}>
        {found.map((proof) => (
          <li key={proof.id}>
            <ProofLine proof={proof} point={points.find(({ point }) => point === proof.point)} />
          </li>
        ))}
      </ul>
      {isBackupOver && working && <RunProgress run={working.id} canStop={false} />}
      {isBackupOver && isProven && <Notice intent="success" {...texts.ready} />}
    </Section>
  );
}

function ProofLine({ proof, point }: { proof: Proof; point: RestorePoint | undefined }): ReactNode {
  const { first: texts } = useTexts(setupEndTexts);
  const names = useNames();
  const voice = useVoice();
  const source = names.sourceName(proof.source) ?? proof.source;
  const place = names.placeName(proof.destination, proof.disk) ?? proof.destination;
  if (!proof.passed) {
    return (
      <>
        <StateIcon mark="bad" /> {texts.notProven({ source, place })}
      </>
    );
  }
  const facts = witnessLines(point?.witness?.facts ?? [], voice).slice(0, FACTS);
  const length = lengthWords(proof.seconds, voice.language);
  const level = proof.level === 'opened' ? texts.level.opened(facts.join(', ')) : texts.level[proof.level];
  return (
    <>
      <StateIcon mark="good" /> {texts.proven({ source, place, length })}: {proof.isSample && `${texts.sample}, `}
      {level}.
    </>
  );
}

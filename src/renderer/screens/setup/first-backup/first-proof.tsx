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
import { firstOutcome, followUpOf, standingsOf } from './first-run.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

/** Facts of a proof that are said. */
const FACTS = 3;

/** The trial restores that follow the backup, what they found, and what that means. */
export function FirstProof({ runs, isBackupOver }: { runs: readonly Run[]; isBackupOver: boolean }): ReactNode {
  const { first: texts } = useTexts(setupEndTexts);
  const styles = useStyles();
  const api = useApi();
  const { data: sources = [] } = useQuery(api.sources.list.queryOptions());
  const { data: proofs = [] } = useQuery(api.runs.proofs.queryOptions({ input: {} }));
  const { data: points = [] } = useQuery(api.runs.points.queryOptions({ input: {} }));
  const standings = standingsOf(
    sources.map(({ id }) => id),
    proofs,
  );
  const outcome = firstOutcome(standings, runs);
  const found = standings.flatMap(({ proof }) => proof ?? []);
  const working = followUpOf(runs);
  const open = sources.flatMap(({ id, name }) => (standings.find(({ source }) => source === id)?.proof?.passed === true ? [] : name));
  return (
    <Section title={texts.proof}>
      {outcome === 'waiting' && found.length === 0 && <span>{texts.proofWaits}</span>}
      <ul className={styles.list}>
        {found.map((proof) => (
          <li key={proof.id}>
            <ProofLine proof={proof} point={points.find(({ point }) => point === proof.point)} />
          </li>
        ))}
      </ul>
      {isBackupOver && working && <RunProgress run={working.id} canStop={false} />}
      {outcome === 'proven' && <Notice intent="success" {...texts.ready} />}
      {outcome === 'open' && (
        <Notice intent="warning" title={texts.open.title} body={texts.open.body(open.length > 0 ? open.join(', ') : undefined)} />
      )}
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

import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { useLocation } from 'wouter';
import type { WishedWay } from '../../../shared/model/restore.ts';
import type { Source } from '../../../shared/model/source.ts';
import { pageTexts } from '../../../shared/text/index.ts';
import { restoreTexts } from '../../../shared/text/screens/restore/index.ts';
import { useApi } from '../../api/index.ts';
import { type Choice, Choices } from '../../components/choices/index.ts';
import { FailureMessage } from '../../components/feedback/index.ts';
import { PathField } from '../../components/folder-picker/index.ts';
import { planFacts, type PlannedItem, type RestorePlan, safestWay, ThrownAway, usePlans } from '../../components/restoring/index.ts';
import { Waiting } from '../../components/query/index.ts';
import { StepButtons } from '../../components/steps/index.ts';
import { useTexts } from '../../language/index.ts';
import { Step } from './step.tsx';
import { useWishedItems } from './use-timeline.ts';
import { useWish } from './wish-context.ts';

const useStyles = makeStyles({
  more: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  field: { maxWidth: '420px' },
});

/** Where it should go: beside what is there, elsewhere, or in its place. */
export function WhereStep(): ReactNode {
  const [, navigate] = useLocation();
  const { where: texts } = useTexts(restoreTexts);
  const { wish } = useWish();
  const wished = useWishedItems();
  return (
    <Step step="where" title={texts.title} lead={texts.lead}>
      {wished ? <WhereChoice items={wished.items} /> : <Waiting lines={6} />}
      <StepButtons onBack={() => navigate('/restore/what')} onNext={() => navigate('/restore/plan')} waitsFor={missing(wish.to, texts)} />
    </Step>
  );
}

function missing(to: WishedWay | undefined, texts: { mustChoose: string; mustName: string; mustFolder: string }): string | undefined {
  if (to === undefined) return texts.mustChoose;
  if (to.way === 'new-database' && to.name.trim() === '') return texts.mustName;
  return to.way === 'folder' && to.path.trim() === '' ? texts.mustFolder : undefined;
}

/** What a restore in place would meet decides what is suggested. */
function WhereChoice({ items }: { items: readonly PlannedItem[] }): ReactNode {
  const { where: texts } = useTexts(restoreTexts);
  const { wish, say } = useWish();
  const { retry } = useTexts(pageTexts);
  const { data: sources = [] } = useQuery(useApi().sources.list.queryOptions());
  const queries = usePlans(items.map((planned) => ({ ...planned, item: { ...planned.item, to: { way: 'in-place' } } })));
  const plans = queries.flatMap(({ data }) => data ?? []);
  const failed = queries.find(({ error }) => error !== null);
  const isKnown = queries.length > 0 && queries.every(({ isPending }) => !isPending);
  const canReplace = wish.reason !== 'look';
  const suggested = canReplace && !failed && plans.every((plan) => safestWay(plan) === 'in-place') ? 'in-place' : 'beside';
  const isOpen = wish.to === undefined;
  useEffect(() => {
    if (isOpen && isKnown) say({ to: { way: suggested } });
  }, [isOpen, isKnown, suggested, say]);
  const chosen = sources.filter(({ id }) => items.some(({ item }) => item.source === id));
  return (
    <>
      <output>{isKnown ? '' : texts.looking}</output>
      <FailureMessage error={failed?.error} action={<Button onClick={() => void failed?.refetch()}>{retry}</Button>} />
      <WayChoices sources={chosen} plans={plans} canReplace={canReplace} hasFiles={wish.what?.kind === 'files'} />
    </>
  );
}

interface WayChoicesProps {
  sources: readonly Source[];
  plans: readonly RestorePlan[];
  canReplace: boolean;
  hasFiles: boolean;
}

function WayChoices({ sources, plans, canReplace, hasFiles }: WayChoicesProps): ReactNode {
  const { where: texts } = useTexts(restoreTexts);
  const { wish, say } = useWish();
  const onFilesOnly = hasFiles || sources.every(({ kind }) => kind === 'folder' || kind === 'vendor-file');
  const choices: Choice<WishedWay['way']>[] = [
    { value: 'beside', title: texts.beside.title, about: onFilesOnly ? texts.besideFiles : texts.beside.about },
    { value: 'folder', title: texts.folder.title, about: texts.folder.about, more: <FolderOf /> },
    ...(isServerAlone(sources) && !hasFiles
      ? [{ value: 'new-database' as const, title: texts.newDatabase.title, about: texts.newDatabase.about, more: <NewName /> }]
      : []),
    {
      value: 'in-place',
      title: texts.inPlace.title,
      about: canReplace ? <InPlace plans={plans} /> : texts.inPlaceNotNow,
      isDisabled: !canReplace,
    },
  ];
  const choose = (way: WishedWay['way']): void => {
    if (way === 'folder') say({ to: { way, path: '' } });
    else say({ to: way === 'new-database' ? { way, name: '' } : { way } });
  };
  return <Choices label={texts.title} choices={choices} value={wish.to?.way} onChoose={choose} />;
}

/** One database on a server: only there is a name enough. */
function isServerAlone(sources: readonly Source[]): boolean {
  const [only] = sources;
  return sources.length === 1 && only !== undefined && ['postgresql', 'mariadb', 'sqlserver'].includes(only.kind);
}

/** What stands there now, before anybody chooses to replace it. */
function InPlace({ plans }: { plans: readonly RestorePlan[] }): ReactNode {
  const styles = useStyles();
  const { where: texts } = useTexts(restoreTexts);
  const facts = plans.map(planFacts);
  const thrownAway = facts.flatMap((one) => one.thrownAway);
  if (plans.length > 0 && facts.every(({ replaces }) => !replaces)) return texts.inPlaceEmpty;
  return (
    <span className={styles.more}>
      <span>
        {facts.some(({ isHealthy }) => isHealthy) && texts.inPlaceHealthy} {texts.inPlace.about}
      </span>
      {thrownAway.length > 0 && <ThrownAway differences={thrownAway} />}
    </span>
  );
}

function FolderOf(): ReactNode {
  const { where: texts } = useTexts(restoreTexts);
  const { wish, say } = useWish();
  const path = wish.to?.way === 'folder' ? wish.to.path : '';
  return (
    <PathField kind="folder" label={texts.folder.field} value={path} onChange={(chosen) => say({ to: { way: 'folder', path: chosen } })} />
  );
}

function NewName(): ReactNode {
  const styles = useStyles();
  const { where: texts } = useTexts(restoreTexts);
  const { wish, say } = useWish();
  const name = wish.to?.way === 'new-database' ? wish.to.name : '';
  return (
    <Field label={texts.newDatabase.field} className={styles.field}>
      <Input value={name} onChange={(_, { value }) => say({ to: { way: 'new-database', name: value } })} />
    </Field>
  );
}

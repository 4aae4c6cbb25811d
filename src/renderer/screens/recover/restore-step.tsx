import { Button, MessageBar, MessageBarBody, makeStyles } from '@fluentui/react-components';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import type { WishedWay } from '../../../shared/model/restore.ts';
import type { Source } from '../../../shared/model/source.ts';
import type { TimelinePoint } from '../../../shared/model/timeline.ts';
import { recoverTexts } from '../../../shared/text/screens/recover/index.ts';
import { restoringTexts } from '../../../shared/text/index.ts';
import { useApi } from '../../api/index.ts';
import { Choices } from '../../components/choices/index.ts';
import { EmptyState, FailureMessage } from '../../components/feedback/index.ts';
import { PathField } from '../../components/folder-picker/index.ts';
import { Section } from '../../components/page/index.ts';
import { QueryView } from '../../components/query/index.ts';
import { planFacts, PlanList, type PlannedItem, usePlans } from '../../components/restoring/index.ts';
import { StepButtons } from '../../components/steps/index.ts';
import { useTexts } from '../../language/index.ts';
import { everything, type Which } from './everything.ts';
import { Step } from './step.tsx';

const useStyles = makeStyles({ bar: { whiteSpace: 'normal' }, skip: { alignSelf: 'flex-start' } });

/** Everything back in the order of tiers: from which restore points, and where to. */
export function RestoreStep(): ReactNode {
  const styles = useStyles();
  const [, navigate] = useLocation();
  const { restore: texts } = useTexts(recoverTexts);
  const timeline = useQuery(useApi().restore.timeline.queryOptions({ input: {} }));
  const sources = useQuery(useApi().sources.list.queryOptions());
  return (
    <Step step="restore" title={texts.title} lead={texts.lead}>
      <QueryView query={sources} lines={6}>
        {(list) => (
          <QueryView query={timeline} lines={6}>
            {(points) => <Everything sources={list} points={points} lookAgain={() => void timeline.refetch()} />}
          </QueryView>
        )}
      </QueryView>
      <Button className={styles.skip} appearance="subtle" onClick={() => navigate('/')}>
        {texts.skip}
      </Button>
    </Step>
  );
}

interface EverythingProps {
  sources: readonly Source[];
  points: readonly TimelinePoint[];
  lookAgain: () => void;
}

function Everything({ sources, points, lookAgain }: EverythingProps): ReactNode {
  const styles = useStyles();
  const { restore: texts } = useTexts(recoverTexts);
  const words = useTexts(restoringTexts);
  const [which, setWhich] = useState<Which>('newest');
  const [to, setTo] = useState<WishedWay>({ way: 'in-place' });
  const { items, missing } = everything(sources, points, { which, to });
  const again = <Button onClick={lookAgain}>{words.lookAgain}</Button>;
  return (
    <>
      <Ways which={which} onWhich={setWhich} to={to} onTo={setTo} />
      {missing.map(({ id, name }) => (
        <MessageBar key={id} intent="warning" layout="multiline" className={styles.bar}>
          <MessageBarBody>{texts.missing(name)}</MessageBarBody>
        </MessageBar>
      ))}
      {items.length === 0 ? <EmptyState title={texts.nothing.title} body={texts.nothing.about} action={again} /> : <Plan items={items} />}
    </>
  );
}

interface WaysProps {
  which: Which;
  onWhich: (which: Which) => void;
  to: WishedWay;
  onTo: (to: WishedWay) => void;
}

function Ways({ which, onWhich, to, onTo }: WaysProps): ReactNode {
  const { restore: texts } = useTexts(recoverTexts);
  const path = to.way === 'folder' ? to.path : '';
  const folder = (
    <PathField kind="folder" label={texts.folder.field} value={path} onChange={(chosen) => onTo({ way: 'folder', path: chosen })} />
  );
  return (
    <>
      <Section title={texts.whichTitle}>
        <Choices
          label={texts.whichTitle}
          choices={[
            { value: 'newest', ...texts.newest },
            { value: 'proven', ...texts.proven },
          ]}
          value={which}
          onChoose={onWhich}
        />
      </Section>
      <Section title={texts.whereTitle}>
        <Choices
          label={texts.whereTitle}
          choices={[
            { value: 'in-place', ...texts.back },
            { value: 'folder', title: texts.folder.title, about: texts.folder.about, more: folder },
          ]}
          value={to.way}
          onChoose={(way) => onTo(way === 'folder' ? { way, path: '' } : { way: 'in-place' })}
        />
      </Section>
    </>
  );
}

function Plan({ items }: { items: readonly PlannedItem[] }): ReactNode {
  const [, navigate] = useLocation();
  const { restore: texts } = useTexts(recoverTexts);
  const isNamed = items.every(({ item }) => item.to.way !== 'folder' || item.to.path !== '');
  const plans = usePlans(isNamed ? items : []);
  const start = useMutation(
    useApi().restore.start.mutationOptions({ onSuccess: ({ run }) => navigate(`/recover/run/${run}`, { replace: true }) }),
  );
  const isLooking = !isNamed || plans.some(({ isPending }) => isPending);
  const isInUse = plans.some(({ data }, at) => data !== undefined && items[at]?.item.to.way === 'in-place' && planFacts(data).isInUse);
  // What cannot be looked at alone does not keep the rest from coming back.
  const cannotLook = plans.every(({ isError }) => isError);
  const { live } = useTexts(restoringTexts);
  return (
    <>
      {isNamed && <PlanList items={items} plans={plans} />}
      <FailureMessage error={start.error} />
      <StepButtons
        onNext={() => start.mutate({ items: items.map(({ item }) => item) })}
        next={texts.start}
        waitsFor={isLooking ? texts.wait : isInUse ? live.inUse : cannotLook ? texts.cannotLook : undefined}
        isBusy={start.isPending}
      />
    </>
  );
}

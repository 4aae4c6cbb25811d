import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { formatBytes } from '../../../../shared/format/index.ts';
import type { Destination, Probe } from '../../../../shared/model/destination.ts';
import { nearMomentWords } from '../../../../shared/text/index.ts';
import { type PlaceStateName, settingsTexts } from '../../../../shared/text/screens/settings/index.ts';
import { useApi } from '../../../api/index.ts';
import { FailureMessage } from '../../../components/feedback/index.ts';
import { type Mark, StateIcon } from '../../../components/marks/index.ts';
import { useTexts, useVoice } from '../../../language/index.ts';
import { useNow } from '../../../time/index.ts';
import type { ListedPlace } from './listed-place.ts';

const MARKS: Readonly<Record<PlaceStateName, Mark>> = {
  here: 'good',
  away: 'away',
  waiting: 'warning',
  unreachable: 'bad',
  'credential-missing': 'bad',
  'credential-expired': 'bad',
};

const useStyles = makeStyles({
  line: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface RepositoryLineProps {
  place: Destination;
  repository: ListedPlace['repositories'][number];
}

/** How a place, or one drive of a set, is at this moment. */
export function RepositoryLine({ place, repository: { disk, state, lastProbe } }: RepositoryLineProps): ReactNode {
  const { where: texts } = useTexts(settingsTexts);
  const styles = useStyles();
  const name = state as PlaceStateName;
  const label = place.kind === 'usb-set' ? `${place.disks.find(({ id }) => id === disk)?.label ?? disk}: ` : '';
  return (
    <div className={styles.line}>
      <span>
        <StateIcon mark={MARKS[name]} /> {label}
        {texts.states[name]}
      </span>
      {lastProbe !== undefined && <ProbeWords probe={lastProbe} isOffline={place.isolation === 'offline'} />}
      {disk !== undefined && name === 'here' && <ReleaseButton destination={place.id} disk={disk} />}
    </div>
  );
}

/** What the last look found. An offline place is safe from this PC only while it is away from it. */
function ProbeWords({ probe, isOffline }: { probe: Probe; isOffline: boolean }): ReactNode {
  const { where: texts } = useTexts(settingsTexts);
  const { language, timeZone } = useVoice();
  const styles = useStyles();
  const words = [
    texts.lastLook(nearMomentWords(probe.at, useNow(), language, timeZone)),
    ...(probe.freeBytes === undefined ? [] : [texts.free(formatBytes(probe.freeBytes))]),
    isOffline ? texts.destroy.whileAway : probe.canDestroy ? texts.destroy.yes : texts.destroy.no,
  ];
  return <Caption1 className={styles.quiet}>{words.join(' ')}</Caption1>;
}

/** Whether a drive may be unplugged now; on record, with who asked. */
function ReleaseButton({ destination, disk }: { destination: string; disk: string }): ReactNode {
  const { where: texts } = useTexts(settingsTexts);
  const api = useApi();
  const queries = useQueryClient();
  const release = useMutation({
    ...api.destinations.release.mutationOptions(),
    // Who asked is on record now.
    onSuccess: async () => await queries.invalidateQueries({ queryKey: api.destinations.custody.key() }),
  });
  return (
    <>
      <div>
        <Button size="small" disabledFocusable={release.isPending} onClick={() => release.mutate({ destination, disk })}>
          {texts.release}
        </Button>
      </div>
      <output>{release.data !== undefined && (release.data.safe ? texts.released : texts.notReleased)}</output>
      <FailureMessage error={release.error} />
    </>
  );
}

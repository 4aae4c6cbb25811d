import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { formatBytes, formatRate } from '../../../shared/format/index.ts';
import type { DestinationKindName, Probe } from '../../../shared/model/destination.ts';
import { placeFormTexts } from '../../../shared/text/index.ts';
import { useTexts } from '../../language/index.ts';
import { Notice } from '../feedback/index.ts';

const useStyles = makeStyles({
  list: { margin: `${tokens.spacingVerticalXS} 0 0`, paddingLeft: tokens.spacingHorizontalXL, fontVariantNumeric: 'tabular-nums' },
});

/** Seconds by which clocks may differ without anybody noticing. */
const CLOCK_TOLERANCE = 60;

/** What a test of a place found: it works, how fast, how much room, and who could destroy what is there. */
export function ProbeResult({ probe, kind }: { probe: Probe; kind: DestinationKindName }): ReactNode {
  const { probe: texts } = useTexts(placeFormTexts);
  const styles = useStyles();
  const lines = useProbeLines(probe, kind);
  return (
    <>
      <Notice
        intent="success"
        title={texts.works}
        body={
          <>
            {texts.wrote(formatRate(probe.bytesPerSecondWritten), formatRate(probe.bytesPerSecondRead))}
            {probe.freeBytes !== undefined && ` ${texts.free(formatBytes(probe.freeBytes))}`}
            {Math.abs(probe.clockDifferenceSeconds ?? 0) > CLOCK_TOLERANCE &&
              ` ${texts.clock(Math.abs(probe.clockDifferenceSeconds ?? 0))}`}
          </>
        }
      />
      <Notice
        intent={probe.canDestroy ? 'warning' : 'success'}
        title={texts.question}
        body={
          <>
            {probe.canDestroy ? texts.canDestroy[kind] : texts.cannotDestroy}
            {lines.length > 0 && (
              <ul className={styles.list}>
                {lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            )}
          </>
        }
      />
    </>
  );
}

/** Protections of a cloud, as far as they could be read. */
function useProbeLines({ versioning, softDeleteDays, immutabilityDays }: Probe, kind: DestinationKindName): string[] {
  const { probe: texts } = useTexts(placeFormTexts);
  if (kind !== 'azure') return [];
  const lines = [
    ...(versioning === undefined ? [] : [texts.versioning(versioning)]),
    ...(softDeleteDays === undefined ? [] : [texts.softDelete(softDeleteDays)]),
    ...(immutabilityDays === undefined ? [] : [texts.immutable(immutabilityDays)]),
  ];
  return lines.length > 0 ? lines : [texts.unknown];
}

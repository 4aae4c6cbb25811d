import type { Destination, Probe } from '../../../../shared/model/destination.ts';
import { newBytesEachDay, uploadEnds, type UploadSurroundings } from '../../../../shared/model/upload-ends.ts';
import type { Source } from '../../../../shared/model/source.ts';

/** A source and how big it was when somebody looked. */
export interface SizedSource {
  source: Source;
  bytes: number | undefined;
}

export interface MeasuredPlace {
  destination: Destination;
  probe: Probe | undefined;
}

/** What somebody can expect of one place. */
export type PlaceExpectation =
  | { kind: 'on-site'; name: string; minutes: number }
  | { kind: 'off-site'; name: string; at: Date }
  | { kind: 'never' | 'drives' | 'no-speed'; name: string };

export interface Expectation {
  bytes: number;
  unmeasured: string[];
  places: PlaceExpectation[];
  dailyBytes: number;
  /** Uploading on an ordinary day, in minutes; undefined: nothing goes over a line. */
  dailyMinutes: number | undefined;
}

type Line = Omit<UploadSurroundings, 'bytesPerSecond'>;

/** What the first backup and an ordinary day will be, from what was measured. */
export function expectationOf(sources: readonly SizedSource[], places: readonly MeasuredPlace[], line: Line, now: Date): Expectation {
  const sized = sources.flatMap(({ source, bytes }) => (bytes === undefined ? [] : [{ kind: source.kind, bytes }]));
  const bytes = sized.reduce((sum, one) => sum + one.bytes, 0);
  const dailyBytes = newBytesEachDay(sized);
  const over = places.find(({ destination, probe }) => destination.site === 'off-site' && destination.kind !== 'usb-set' && probe);
  return {
    bytes,
    unmeasured: sources.filter((one) => one.bytes === undefined).map(({ source }) => source.name),
    places: places.map((place) => placeExpectation(place, bytes, line, now)),
    dailyBytes,
    dailyMinutes: over?.probe && minutes(dailyBytes, over.probe),
  };
}

function placeExpectation({ destination, probe }: MeasuredPlace, bytes: number, line: Line, now: Date): PlaceExpectation {
  const { name, site, kind } = destination;
  if (site === 'off-site' && kind === 'usb-set') return { kind: 'drives', name };
  if (probe === undefined || probe.bytesPerSecondWritten === 0) return { kind: 'no-speed', name };
  if (site === 'on-site') return { kind: 'on-site', name, minutes: minutes(bytes, probe) };
  const at = uploadEnds(bytes, now, { ...line, bytesPerSecond: probe.bytesPerSecondWritten });
  return at === undefined ? { kind: 'never', name } : { kind: 'off-site', name, at };
}

function minutes(bytes: number, { bytesPerSecondWritten }: Probe): number {
  return bytesPerSecondWritten === 0 ? 0 : bytes / bytesPerSecondWritten / 60;
}

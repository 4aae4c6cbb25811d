import type { DestinationKindName } from '../../../../model/destination.ts';

/** One language's words of the step that says where copies go. */
export interface SetupWhereTexts {
  title: string;
  lead: string;
  places: string;
  columns: { name: string; kind: string; site: string; destroy: string; actions: string };
  kinds: Readonly<Record<DestinationKindName, string>>;
  sites: { 'on-site': string; 'off-site': string };
  destroy: { yes: string; no: string; whileAway: string; unknown: string };
  disks: (count: number) => string;
  add: string;
  drives: string;
  drivesNamed: (name: string) => string;
  remove: string;
  removeNamed: (name: string) => string;
  empty: { title: string; body: string };
  none: { title: string; body: string };
  noOnSite: { title: string; body: string };
  noOffSite: { title: string; body: string };
  anyway: string;
}

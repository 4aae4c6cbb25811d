import type { Destination, DestinationKindName } from '../../../shared/model/destination.ts';
import type { WrittenPlace } from '../../../shared/model/open-forms.ts';
import { slugOf } from '../../../shared/model/slug-of.ts';

/** A place as it stands in the form. */
export interface TypedPlace extends WrittenPlace {
  /** A secret: it is handed over and not kept here. */
  credential: string;
}

export type CredentialKind = WrittenPlace['credentialKind'];

const EMPTY: TypedPlace = {
  kind: 'folder',
  name: '',
  site: 'on-site',
  isolation: 'online',
  path: '',
  awayLimitDays: '7',
  account: '',
  container: 'lifeboat',
  prefix: '',
  endpoint: '',
  credentialKind: 'connectionString',
  credential: '',
};

/** What a new form of a kind begins with. Drives that take turns and the cloud are away from the pharmacy. */
export function emptyPlace(kind: DestinationKindName, name: string): TypedPlace {
  const isAway = kind === 'usb-set' || kind === 'azure';
  return { ...EMPTY, kind, name, site: isAway ? 'off-site' : 'on-site', isolation: kind === 'usb-set' ? 'offline' : 'online' };
}

/** A place as the form shows it. */
export function typedOfPlace(place: Destination): TypedPlace {
  const { kind, name, site, isolation } = place;
  const common = { ...EMPTY, kind, name, site, isolation };
  if (place.kind === 'usb-set') return { ...common, awayLimitDays: String(place.awayLimitDays) };
  if (place.kind !== 'azure') return { ...common, path: place.path };
  const { account, container, prefix, endpoint = '' } = place;
  return { ...common, account, container, prefix, endpoint };
}

/** What the contract's schema is to check. `before` is the place that is changed. */
export function valueOfPlace(typed: TypedPlace, before: Destination | undefined, taken: readonly string[]): unknown {
  const { kind, name, site, isolation } = typed;
  const common = { kind, id: before?.id ?? slugOf(name, taken), name: name.trim(), site, isolation };
  if (kind === 'usb-set') {
    return { ...common, disks: before?.kind === 'usb-set' ? before.disks : [], awayLimitDays: Number(typed.awayLimitDays) };
  }
  if (kind !== 'azure') return { ...common, path: typed.path.trim() };
  const endpoint = typed.endpoint.trim() || endpointIn(typed);
  return {
    ...common,
    account: typed.account.trim() || valueIn(typed, 'AccountName'),
    container: typed.container.trim(),
    prefix: typed.prefix.trim(),
    ...(endpoint !== '' && { endpoint }),
  };
}

/** What may be kept of a form that is not saved: everything but what opens the place. */
export function withoutCredential({ credential: _secret, ...written }: TypedPlace): WrittenPlace {
  return written;
}

/** What opens the place, under its name; undefined: nothing was entered. */
export function credentialOf({ kind, credentialKind, credential }: TypedPlace): Partial<Record<CredentialKind, string>> | undefined {
  return kind === 'azure' && credential.trim() !== '' ? { [credentialKind]: credential.trim() } : undefined;
}

/** A connection string says where its account is, unless that is where every account is. */
function endpointIn(typed: TypedPlace): string {
  return valueIn(typed, 'BlobEndpoint');
}

function valueIn({ credentialKind, credential }: TypedPlace, name: string): string {
  if (credentialKind !== 'connectionString') return '';
  return new RegExp(`(?:^|;)\\s*${name}=([^;]+)`, 'i').exec(credential)?.[1]?.trim() ?? '';
}

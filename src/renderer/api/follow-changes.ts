import type { QueryClient } from '@tanstack/react-query';
import type { Connection } from './connection.ts';
import type { OwnerApi } from './owner-api.ts';

type Change = 'status' | 'runs' | 'progress' | 'settings' | 'places' | 'alerts' | 'updates';

/** Milliseconds within which the same change is looked at once: progress comes many times a second. */
const CALM = 250;

/** Asks again for what may have changed: at each change the owner tells of, and for everything after a line was lost. */
export class ChangeFollower {
  private readonly queries: QueryClient;
  private readonly api: OwnerApi;
  private readonly waiting = new Map<Change, ReturnType<typeof setTimeout>>();

  constructor(queries: QueryClient, api: OwnerApi) {
    this.queries = queries;
    this.api = api;
  }

  /** Follows for as long as the page lives. */
  follow(connection: Connection): void {
    const begin = (): void => {
      if (connection.state() !== 'open') return;
      void this.queries.invalidateQueries();
      void this.listen(connection).catch(() => undefined);
    };
    connection.subscribe(begin);
    begin();
  }

  private async listen({ client }: Connection): Promise<void> {
    for await (const { what } of await client.status.changes()) this.soon(what);
  }

  private soon(what: Change): void {
    if (this.waiting.has(what)) return;
    const look = (): void => {
      this.waiting.delete(what);
      for (const queryKey of this.concerned(what)) void this.queries.invalidateQueries({ queryKey });
    };
    this.waiting.set(what, setTimeout(look, CALM));
  }

  /** What a change may have made out of date. Progress is a run's own; everything else shows on more than one screen. */
  private concerned(what: Change): readonly (readonly unknown[])[] {
    const { status, runs, settings, people, sources, destinations, restore, kit, recovery } = this.api;
    const points = [restore.timeline.key(), restore.witnessDays.key(), restore.suggest.key()];
    if (what === 'progress') return [runs.progress.key()];
    if (what === 'alerts') return [status.key()];
    if (what === 'updates') return [this.api.updates.key()];
    if (what === 'runs') return [status.key(), runs.key(), ...points, restore.reports.key(), restore.report.key()];
    if (what === 'places') return [status.key(), destinations.key(), runs.points.key(), ...points];
    if (what !== 'settings') return [status.key(), destinations.list.key(), kit.key()];
    // With a place or a source its restore points go.
    return [...[status, settings, people, sources, destinations, kit, recovery, runs].map((slice) => slice.key()), ...points];
  }
}

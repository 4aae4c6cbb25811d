import type { Database, Statement } from 'better-sqlite3';
import { type RepositoryRef, repositoryKey } from '../../shared/model/destination.ts';
import { type Proof, proofSchema, type RestorePoint, restorePointSchema } from '../../shared/model/restore-point.ts';
import { DocumentTable, equals, milliseconds, since } from './document-table.ts';
import { withDatabase } from './failures.ts';
import type { Points } from './store.ts';

type PointFilter = Parameters<Points['list']>[0];
type ProofFilter = Parameters<Points['proofs']>[0];

/** Restore points and proofs in SQLite. */
export class SqlitePoints implements Points {
  private readonly db: Database;
  private readonly points: DocumentTable<RestorePoint>;
  private readonly proofTable: DocumentTable<Proof>;
  private readonly readListing: Statement<[string], string>;
  private readonly writeListing: Statement<[string, string]>;

  constructor(db: Database) {
    this.db = db;
    this.points = new DocumentTable(db, {
      name: 'points',
      schema: restorePointSchema,
      id: (point) => pointId(point, point.snapshot),
      columns: (point) => ({ at: milliseconds(point.time), source: point.source, place: repositoryKey(point), point: point.point }),
    });
    this.proofTable = new DocumentTable(db, {
      name: 'proofs',
      schema: proofSchema,
      id: ({ id }) => id,
      columns: (proof) => ({
        at: milliseconds(proof.at),
        source: proof.source,
        place: repositoryKey(proof),
        point: proof.point,
        passed: proof.passed ? 1 : 0,
      }),
    });
    this.readListing = db.prepare<[string], string>('SELECT at FROM listings WHERE place = ?').pluck();
    this.writeListing = db.prepare('INSERT INTO listings (place, at) VALUES (?, ?) ON CONFLICT (place) DO UPDATE SET at = excluded.at');
  }

  add(points: readonly RestorePoint[]): void {
    this.together(() => {
      for (const point of points) this.points.put(point);
    });
  }

  replaceAll(at: RepositoryRef, points: readonly RestorePoint[], listedAt: string): void {
    const place = repositoryKey(at);
    this.together(() => {
      this.points.delete(equals('place', place));
      this.add(points);
      withDatabase(this.db.name, () => this.writeListing.run(place, listedAt));
    });
  }

  remove(at: RepositoryRef, snapshots: readonly string[]): void {
    this.together(() => {
      for (const snapshot of snapshots) this.points.delete(equals('id', pointId(at, snapshot)));
    });
  }

  rename(at: RepositoryRef, to: RepositoryRef): void {
    this.together(() => {
      const points = this.list({ at });
      this.points.delete(equals('place', repositoryKey(at)));
      this.add(points.map((point) => placed(point, to)));
      for (const proof of this.proofs({ at })) this.proofTable.put(placed(proof, to));
    });
  }

  list({ source, at, point, since: moment, limit }: PointFilter = {}): readonly RestorePoint[] {
    const where = [
      ...equals('source', source),
      ...equals('place', at && repositoryKey(at)),
      ...equals('point', point),
      ...since('at', moment),
    ];
    return this.points.select({ where, order: 'at DESC, seq DESC', limit });
  }

  listedAt(at: RepositoryRef): string | undefined {
    return withDatabase(this.db.name, () => this.readListing.get(repositoryKey(at)));
  }

  addProof(proof: Proof): void {
    this.proofTable.insert(proof);
  }

  /** What a seal kept, newest first. */
  addPast(proofs: readonly Proof[]): void {
    for (const proof of proofs) this.proofTable.insertPast(proof);
  }

  proofs({ source, at, point, passed, since: moment, limit }: ProofFilter = {}): readonly Proof[] {
    const where = [
      ...equals('source', source),
      ...equals('place', at && repositoryKey(at)),
      ...equals('point', point),
      ...equals('+passed', passed === undefined ? undefined : Number(passed)),
      ...since('at', moment),
    ];
    return this.proofTable.select({ where, limit });
  }

  private together(work: () => void): void {
    this.db.transaction(work).immediate();
  }
}

function placed<T extends RepositoryRef>({ disk: _disk, ...about }: T, { destination, disk }: RepositoryRef) {
  return { ...about, destination, ...(disk !== undefined && { disk }) };
}

function pointId(at: RepositoryRef, snapshot: string): string {
  return `${repositoryKey(at)}:${snapshot}`;
}

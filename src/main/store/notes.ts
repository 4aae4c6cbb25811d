import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { type Probe, probeSchema, type RepositoryRef, repositoryKey } from '../../shared/model/destination.ts';
import {
  type Alert,
  alertSchema,
  type CustodyEntry,
  custodyEntrySchema,
  type KitRecord,
  type KitTest,
  kitRecordSchema,
  kitTestSchema,
} from '../../shared/model/installation.ts';
import { type RestoreReport, restoreReportSchema } from '../../shared/model/restore.ts';
import { DocumentTable, equals, milliseconds } from './document-table.ts';
import { NamedValues } from './named-values.ts';
import type { Notes, Past } from './store.ts';

/** A probe and what it was of. */
export const placedProbeSchema = z.object({ at: z.object({ destination: z.string(), disk: z.string().optional() }), probe: probeSchema });

/** Facts with a date, in SQLite. */
export class SqliteNotes implements Notes {
  private readonly due: NamedValues;
  private readonly flagValues: NamedValues;
  private readonly probeTable: DocumentTable<z.infer<typeof placedProbeSchema>>;
  private readonly custodyTable: DocumentTable<CustodyEntry>;
  private readonly recordTable: DocumentTable<KitRecord>;
  private readonly testTable: DocumentTable<KitTest>;
  private readonly alertTable: DocumentTable<Alert>;
  private readonly reportTable: DocumentTable<RestoreReport>;

  constructor(db: Database) {
    this.due = new NamedValues(db, 'due', 'at');
    this.flagValues = new NamedValues(db, 'flags', 'value');
    this.probeTable = new DocumentTable(db, {
      name: 'probes',
      schema: placedProbeSchema,
      id: ({ at, probe }) => `${repositoryKey(at)} ${probe.at}`,
      columns: ({ at, probe }) => ({ at: milliseconds(probe.at), place: repositoryKey(at) }),
    });
    this.custodyTable = new DocumentTable(db, {
      name: 'custody',
      schema: custodyEntrySchema,
      id: ({ destination, disk, at, event }) => `${destination}/${disk} ${at} ${event}`,
      columns: ({ destination, at }) => ({ at: milliseconds(at), destination }),
    });
    this.recordTable = new DocumentTable(db, {
      name: 'kit_records',
      schema: kitRecordSchema,
      id: ({ at, holder, keyId }) => `${holder} ${keyId} ${at}`,
      columns: ({ at }) => ({ at: milliseconds(at) }),
    });
    this.testTable = new DocumentTable(db, {
      name: 'kit_tests',
      schema: kitTestSchema,
      id: ({ at, holder, destination }) => `${holder} ${destination} ${at}`,
      columns: ({ at }) => ({ at: milliseconds(at) }),
    });
    this.alertTable = new DocumentTable(db, {
      name: 'alerts',
      schema: alertSchema,
      id: ({ id }) => id,
      columns: ({ raisedAt, clearedAt }) => ({ at: milliseconds(raisedAt), open: clearedAt === undefined ? 1 : 0 }),
    });
    this.reportTable = new DocumentTable(db, {
      name: 'restore_reports',
      schema: restoreReportSchema,
      id: ({ job }) => job,
      columns: ({ at }) => ({ at: milliseconds(at) }),
    });
  }

  nextDueAt(key: string): string | undefined {
    return this.due.get(key);
  }

  setNextDueAt(key: string, at: string | undefined): void {
    this.due.set(key, at);
  }

  addProbe(at: RepositoryRef, probe: Probe): void {
    this.probeTable.put({ at, probe });
  }

  probes(at: RepositoryRef, limit?: number): readonly Probe[] {
    return this.probeTable.select({ where: equals('place', repositoryKey(at)), limit }).map(({ probe }) => probe);
  }

  addCustody(entry: CustodyEntry): void {
    this.custodyTable.put(entry);
  }

  custody(destination?: string, limit?: number): readonly CustodyEntry[] {
    return this.custodyTable.select({ where: equals('destination', destination), limit });
  }

  addKitRecord(record: KitRecord): void {
    this.recordTable.put(record);
  }

  kitRecords(): readonly KitRecord[] {
    return this.recordTable.select();
  }

  addKitTest(test: KitTest): void {
    this.testTable.put(test);
  }

  kitTests(): readonly KitTest[] {
    return this.testTable.select();
  }

  putAlert(alert: Alert): void {
    this.alertTable.put(alert);
  }

  alerts({ open, limit }: { open?: boolean; limit?: number } = {}): readonly Alert[] {
    return this.alertTable.select({ where: equals('open', open === undefined ? undefined : Number(open)), limit });
  }

  putRestoreReport(report: RestoreReport): void {
    this.reportTable.put(report);
  }

  removeRestoreReport(job: string): void {
    this.reportTable.delete(equals('id', job));
  }

  restoreReport(job: string): RestoreReport | undefined {
    return this.reportTable.get(job);
  }

  restoreReports(limit?: number): readonly RestoreReport[] {
    return this.reportTable.select({ limit });
  }

  flag(name: string): string | undefined {
    return this.flagValues.get(name);
  }

  setFlag(name: string, value: string | undefined): void {
    this.flagValues.set(name, value);
  }

  flags(prefix: string): Readonly<Record<string, string>> {
    return this.flagValues.beginningWith(prefix);
  }

  /** What a seal kept, newest first. */
  addPast({ probes, custody, kitRecords, kitTests, restoreReports, flags }: Omit<Past, 'runs' | 'jobs' | 'proofs'>): void {
    for (const probe of probes) this.probeTable.insertPast(probe);
    for (const entry of custody) this.custodyTable.insertPast(entry);
    for (const record of kitRecords) this.recordTable.insertPast(record);
    for (const test of kitTests) this.testTable.insertPast(test);
    for (const report of restoreReports) this.reportTable.insertPast(report);
    for (const [name, value] of Object.entries(flags)) if (this.flag(name) === undefined) this.setFlag(name, value);
  }
}

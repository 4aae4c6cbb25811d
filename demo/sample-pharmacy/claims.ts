import type { Database } from 'better-sqlite3';
import { type Day, timeOfDay } from './calendar.ts';
import type { Random } from './random.ts';

/** What is billed to a patient's plan. */
export interface Billing {
  fillId: number;
  rxNumber: number;
  ndc: string;
  quantity: number;
  priceCents: number;
}

/** A billing and what the plan answered. */
interface Claim extends Billing {
  bin: string;
  reference: string;
  status: 'paid' | 'rejected';
  copayCents: number;
  paidCents: number;
  daysSupply: number;
}

/** Billing of fills. */
export interface ClaimDesk {
  /** Bills a fill `at` seconds into the day and gives the line for the log; undefined for a patient who pays cash. */
  submit(billing: Billing, day: Day, at: number): string | undefined;
}

/** Bank numbers that no payer has. */
const bins = ['999001', '999002', '999003', '999004'] as const;

export function openClaims(db: Database, random: Random): ClaimDesk {
  const insert = db.prepare<[number, string, string, string, number, number, string]>(
    'INSERT INTO claims (fill_id, bin, reference, status, copay_cents, paid_cents, transmission) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  return {
    submit: (billing, day, at) => {
      if (random.chance(0.12)) return undefined;
      const status = random.chance(0.96) ? 'paid' : 'rejected';
      const copayCents = status === 'paid' ? Math.min(billing.priceCents, random.pick([0, 500, 1000, 1000, 2500])) : 0;
      const paidCents = status === 'paid' ? billing.priceCents - copayCents : 0;
      const claim: Claim = {
        ...billing,
        bin: random.pick(bins),
        reference: random.digits(14),
        status,
        copayCents,
        paidCents,
        daysSupply: random.pick([7, 30, 30, 30, 90]),
      };
      const line = claimLine(claim, day, at);
      insert.run(claim.fillId, claim.bin, claim.reference, claim.status, copayCents, paidCents, line);
      return `${line}\n`;
    },
  };
}

/** A line of the claim log, in the manner of an NCPDP D.0 switch's trace. */
function claimLine(claim: Claim, day: Day, at: number): string {
  const answer = claim.status === 'paid' ? `P PAID=${money(claim.paidCents)} COPAY=${money(claim.copayCents)}` : 'R REJECT=75';
  const request = `D0 B1 BIN=${claim.bin} PCN=SAMPLE RX=${claim.rxNumber} NDC=${claim.ndc} QTY=${claim.quantity} DS=${claim.daysSupply}`;
  return `${day}T${timeOfDay(at)} ${request} U&C=${money(claim.priceCents)} RESP=${answer} REF=${claim.reference}`;
}

function money(cents: number): string {
  return (cents / 100).toFixed(2);
}

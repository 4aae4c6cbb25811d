/** How much of everything a pharmacy of some size has. */
export interface Scale {
  prescriptions: number;
  patients: number;
  prescribers: number;
  /** Open days the history covers. */
  days: number;
  /** Of these, the newest whose claim logs are still on this PC. */
  daysWithLogs: number;
  /** Share of prescriptions that came on paper and were scanned, 0 to 1. */
  scannedShare: number;
}

/** Bytes of the database, and of claim log a prescription brings with its fills; measured. */
const databaseBytesPerPrescription = 710;
const logBytesPerPrescription = 285;
/** Scans are spread evenly from the smallest to the largest. */
export const scanBytes = { smallest: 30_000, largest: 200_000 } as const;

const databaseShare = 0.42;
const logShare = 0.08;

/** What fits a folder of about `size` bytes: two fifths database, half scans, the rest logs. */
export function scaleFor(size: number): Scale {
  const prescriptions = Math.max(60, Math.round((size * databaseShare) / databaseBytesPerPrescription));
  // A small pharmacy writes about 60 prescriptions a day; a larger one has more history, then more a day.
  const days = Math.min(1500, Math.max(6, Math.round(prescriptions / 60)));
  const logged = (size * logShare) / (prescriptions * logBytesPerPrescription);
  const scans = Math.max(8, (size * (1 - databaseShare - logShare)) / ((scanBytes.smallest + scanBytes.largest) / 2));
  return {
    prescriptions,
    patients: Math.max(20, Math.round(prescriptions / 8)),
    prescribers: Math.max(8, Math.round(prescriptions / 400)),
    days,
    daysWithLogs: Math.max(1, Math.round(days * Math.min(1, logged))),
    scannedShare: Math.min(1, scans / prescriptions),
  };
}

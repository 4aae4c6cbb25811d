/** The dispensing database. Money is in cents, days are `YYYY-MM-DD`, times `HH:MM:SS`. */
export const tables = `
  CREATE TABLE pharmacy (name TEXT NOT NULL, address TEXT NOT NULL, ncpdp TEXT NOT NULL, seed TEXT NOT NULL, today TEXT NOT NULL);
  CREATE TABLE patients (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, birth_date TEXT NOT NULL, address TEXT NOT NULL, phone TEXT NOT NULL,
    plan TEXT NOT NULL, member TEXT NOT NULL, allergies TEXT NOT NULL);
  CREATE TABLE prescribers (id INTEGER PRIMARY KEY, name TEXT NOT NULL, npi TEXT NOT NULL, dea TEXT NOT NULL, phone TEXT NOT NULL);
  CREATE TABLE drugs (
    id INTEGER PRIMARY KEY, ndc TEXT NOT NULL UNIQUE, name TEXT NOT NULL, strength TEXT NOT NULL, form TEXT NOT NULL,
    schedule TEXT CHECK (schedule IN ('II', 'III', 'IV', 'V')), unit_cents INTEGER NOT NULL, on_hand INTEGER NOT NULL);
  CREATE TABLE prescriptions (
    rx_number INTEGER PRIMARY KEY, patient_id INTEGER NOT NULL REFERENCES patients, prescriber_id INTEGER NOT NULL REFERENCES prescribers,
    drug_id INTEGER NOT NULL REFERENCES drugs, written_on TEXT NOT NULL, directions TEXT NOT NULL, quantity INTEGER NOT NULL,
    refills_left INTEGER NOT NULL, origin TEXT NOT NULL, scan TEXT);
  CREATE TABLE fills (
    id INTEGER PRIMARY KEY, rx_number INTEGER NOT NULL REFERENCES prescriptions, filled_on TEXT NOT NULL, filled_at TEXT NOT NULL,
    quantity INTEGER NOT NULL, pharmacist TEXT NOT NULL, lot TEXT NOT NULL, price_cents INTEGER NOT NULL, picked_up INTEGER NOT NULL);
  CREATE TABLE claims (
    id INTEGER PRIMARY KEY, fill_id INTEGER NOT NULL REFERENCES fills, bin TEXT NOT NULL, reference TEXT NOT NULL, status TEXT NOT NULL,
    copay_cents INTEGER NOT NULL, paid_cents INTEGER NOT NULL, transmission TEXT NOT NULL);
  CREATE TABLE controlled_log (
    id INTEGER PRIMARY KEY, drug_id INTEGER NOT NULL REFERENCES drugs, entered_on TEXT NOT NULL, entry TEXT NOT NULL, fill_id INTEGER,
    change INTEGER NOT NULL, balance INTEGER NOT NULL, pharmacist TEXT NOT NULL);
`;

/** Made after a bulk load, where they cost least. */
export const indexes = `
  CREATE INDEX prescriptions_by_patient ON prescriptions (patient_id);
  CREATE INDEX fills_by_rx ON fills (rx_number);
  CREATE INDEX fills_by_day ON fills (filled_on);
  CREATE INDEX claims_by_fill ON claims (fill_id);
  CREATE INDEX controlled_log_by_drug ON controlled_log (drug_id);
`;

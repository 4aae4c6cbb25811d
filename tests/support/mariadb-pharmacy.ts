/** A name as hard as names of databases are. */
export const DATABASE = 'pharmacy-größe';
/** What is in it: everything that these servers keep in databases. */
export const CONTENTS = [
  `CREATE TABLE doctors (id INT PRIMARY KEY, name VARCHAR(80) COLLATE utf8mb4_unicode_ci)`,
  `CREATE TABLE prescriptions (
     id BIGINT AUTO_INCREMENT PRIMARY KEY, patient VARCHAR(100) NOT NULL, doctor INT, filled_at TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
     written_on DATE, birth_date DATE, due DATETIME(6), scan LONGBLOB, flags BIT(5), amount DECIMAL(12,3), shape GEOMETRY, extra JSON, KEY (filled_at),
     CONSTRAINT by_doctor FOREIGN KEY (doctor) REFERENCES doctors (id)) AUTO_INCREMENT = 700000`,
  'CREATE TABLE `weird ``table``` (`column a` INT, `when` DATETIME)',
  `CREATE TABLE audit (id BIGINT AUTO_INCREMENT PRIMARY KEY, at DATETIME, what TEXT)`,
  `CREATE SEQUENCE label_number START WITH 40 INCREMENT BY 3`,
  `CREATE VIEW open_ones AS SELECT id, patient FROM prescriptions WHERE amount > 10`,
  `CREATE VIEW newest_open AS SELECT MAX(id) AS id FROM open_ones`,
  `CREATE TRIGGER noted AFTER INSERT ON prescriptions FOR EACH ROW INSERT INTO audit (at, what) VALUES (NOW(), 'naïve; insert')`,
  `CREATE FUNCTION doubled(n INT) RETURNS INT DETERMINISTIC RETURN n * 2`,
  `CREATE PROCEDURE tidy() BEGIN DELETE FROM audit WHERE at < '2000-01-01'; SELECT 'done — ö'; END`,
  `CREATE EVENT nightly ON SCHEDULE EVERY 1 DAY DO CALL tidy()`,
  `INSERT INTO doctors VALUES (1, 'Žofie'), (2, '薬剤師 😀')`,
  `INSERT INTO prescriptions (patient, doctor, written_on, birth_date, due, scan, flags, amount, shape, extra)
     SELECT CONCAT('Žofie 薬局 😀 ''quoted'' \\\\ ', seq), 1 + seq % 2, DATE '2026-01-01' + INTERVAL seq % 200 DAY, '1960-01-01', '2026-02-03 04:05:06.123456',
       UNHEX(CONCAT('00ff0a0d27', SHA2(seq, 256))), seq % 32, seq / 7, ST_GeomFromText('POINT(1 2)'), JSON_OBJECT('n', seq) FROM seq_1_to_3000`,
  'INSERT INTO `weird ``table``` SELECT seq, NOW() - INTERVAL seq MINUTE FROM seq_1_to_40',
  'SELECT NEXT VALUE FOR label_number',
  `CREATE USER pharmacist@'%' IDENTIFIED BY 'ph-pw-1'`,
  `CREATE ROLE till`,
  `GRANT SELECT, INSERT ON \`pharmacy-größe\`.* TO till`,
  `GRANT till TO pharmacist@'%'`,
  `GRANT SELECT ON \`pharmacy-größe\`.audit TO pharmacist@'%'`,
];

/** Everything logical about a database, as text. */
export const CONTENT_QUERIES = [
  `SELECT COUNT(*), MD5(GROUP_CONCAT(MD5(CONCAT_WS('|', id, patient, doctor, filled_at, written_on, due, HEX(scan), flags + 0, amount, ST_AsText(shape), extra)) ORDER BY id)) FROM prescriptions`,
  'SELECT MD5(GROUP_CONCAT(CONCAT_WS("|", `column a`, `when`) ORDER BY 1)) FROM `weird ``table```',
  `SELECT GROUP_CONCAT(name ORDER BY id) FROM doctors`,
  `SELECT COUNT(*), MAX(id) FROM audit`,
  `SELECT id FROM newest_open`,
  `SELECT next_not_cached_value, increment FROM label_number`,
  `SELECT doubled(21)`,
  `SELECT GROUP_CONCAT(CONCAT_WS('|', TABLE_NAME, COLUMN_NAME, COLUMN_TYPE, COLLATION_NAME, COLUMN_DEFAULT) ORDER BY TABLE_NAME, ORDINAL_POSITION) FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE()`,
  `SELECT GROUP_CONCAT(CONCAT_WS('|', ROUTINE_NAME, ROUTINE_DEFINITION, DEFINER) ORDER BY ROUTINE_NAME) FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = DATABASE()`,
  `SELECT GROUP_CONCAT(CONCAT_WS('|', TRIGGER_NAME, ACTION_STATEMENT, EVENT_OBJECT_TABLE, DEFINER)) FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = DATABASE()`,
  `SELECT GROUP_CONCAT(CONCAT_WS('|', CONSTRAINT_NAME, TABLE_NAME, REFERENCED_TABLE_NAME)) FROM information_schema.REFERENTIAL_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = DATABASE()`,
  `SELECT DEFAULT_CHARACTER_SET_NAME, DEFAULT_COLLATION_NAME FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = DATABASE()`,
];

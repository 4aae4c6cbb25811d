/** A program that works with a SQLite database: `node sqlite-user-process.ts PATH HABIT MODE`. Ends when its input does. */
import Database from 'better-sqlite3';

const [path = '', habit = '', mode = ''] = process.argv.slice(2);
const db = new Database(path, { timeout: 20_000 });
let isOn = true;
process.stdin.on('end', () => {
  isOn = false;
  if (habit !== 'writes') db.close();
});
process.stdin.resume();
db.pragma(`journal_mode = ${mode}`);
db.pragma('synchronous = OFF');
db.exec('CREATE TABLE IF NOT EXISTS journal_of_work (id INTEGER PRIMARY KEY, at TEXT NOT NULL, text TEXT NOT NULL)');
const insert = db.prepare(`INSERT INTO journal_of_work (at, text) VALUES (datetime('now'), hex(randomblob(300)))`);
const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** A few rows in one transaction, the oldest ones changed. */
const work = db.transaction(() => {
  for (let row = 0; row < 5; row += 1) insert.run();
  db.exec('UPDATE journal_of_work SET text = hex(randomblob(300)) WHERE id % 7 = 3 AND id < 200');
});

function write(round = 0): void {
  if (!isOn) {
    db.close();
    return;
  }
  work();
  if (round % 10 === 0) say(String(round));
  setImmediate(() => write(round + 1));
}

switch (habit) {
  case 'writes':
    write();
    break;
  case 'holds-open':
    work();
    say('open');
    break;
  case 'locks':
    db.exec('BEGIN EXCLUSIVE');
    say('locked');
    break;
  default:
    work();
    // So little memory that changed pages reach the file before the end of the transaction.
    db.pragma('cache_size = 5');
    db.exec('BEGIN');
    for (let row = 0; row < 3000; row += 1) insert.run();
    say('half');
}

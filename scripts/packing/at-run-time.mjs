/**
 * Packages that stay packages when the app is built, so they and what they need are packed beside it: native parts, which no
 * bundler can take in, and large ones that few commands need. Everything else becomes part of our files.
 */
export const AT_RUN_TIME = [
  '@azure/storage-blob',
  'better-sqlite3',
  'electron-updater',
  'keytar',
  'koffi',
  'mssql',
  'mysql2',
  'node-schedule',
  'nodemailer',
  'pdfmake',
  'pg',
  'ws',
];

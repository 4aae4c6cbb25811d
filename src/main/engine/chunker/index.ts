export { type Chunking, type ContentChunking, DEFAULT_CHUNKING, type PageChunking } from './chunking.ts';
export { cutPoints } from './cut.ts';
export { type ContentLayout, type DatabaseFile, databaseChunking } from './database-chunking.ts';
export { type GearTable, gearTable } from './gear.ts';

import { expect, it } from '@jest/globals';
import { detailWords, shortWords } from '../../../../src/renderer/components/run-progress/details.ts';

const GIB = 1024 ** 3;
const look = { at: 0, done: { files: 1203, bytes: GIB }, total: { files: 2000, bytes: 4 * GIB } };
const estimated = { share: 0.25, bytesPerSecond: 45 * 1024 * 1024, secondsLeft: 190 };

it('says how much, how fast and how long', () => {
  expect(detailWords(look, estimated, 'reading', 'en')).toEqual([
    '1.00 GiB of 4.00 GiB',
    '1,203 of 2,000 files',
    '45.0 MiB/s',
    'about 3 min left',
  ]);
  expect(detailWords(look, estimated, 'reading', 'es')).toEqual([
    '1.00 GiB de 4.00 GiB',
    '1,203 de 2,000 archivos',
    '45.0 MiB/s',
    'quedan unos 3 min',
  ]);
});

it('counts no files where a step counts something else, and no total that was passed', () => {
  expect(detailWords(look, estimated, 'copying', 'en')).not.toContain('1,203 of 2,000 files');
  const passed = { ...look, total: { files: 10, bytes: 10 } };
  expect(detailWords(passed, { share: 1, bytesPerSecond: undefined, secondsLeft: undefined }, 'reading', 'en')).toEqual([
    '1.00 GiB',
    '1,203 files',
  ]);
});

it('says the share and the end in short', () => {
  expect(shortWords(estimated, 'en')).toEqual(['25%', 'about 3 min left']);
  expect(shortWords({ ...estimated, secondsLeft: 20 }, 'en')).toEqual(['25%', 'less than a minute left']);
  expect(shortWords({ share: undefined, bytesPerSecond: undefined, secondsLeft: undefined }, 'en')).toEqual([]);
});

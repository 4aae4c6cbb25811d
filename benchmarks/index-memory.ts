/** A process of its own, in which nothing else takes or frees memory: what an index of so many blobs takes, as JSON. */
import { measureLargeIndex } from '../tests/support/large-index.ts';

process.stdout.write(JSON.stringify(measureLargeIndex(Number(process.argv[2]))));

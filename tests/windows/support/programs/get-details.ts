/** Prints what Windows says of each file named: an array of JSON. */
import { detailsOf } from './kernel.ts';

console.log(JSON.stringify(process.argv.slice(2).map(detailsOf)));

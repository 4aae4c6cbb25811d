/** Gives a file attributes and times. Arguments: the file, its details as JSON. */
import { type FileDetails, giveDetails } from './kernel.ts';

const [file = '', details = '{}'] = process.argv.slice(2);
giveDetails(file, JSON.parse(details) as FileDetails);

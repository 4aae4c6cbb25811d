/** A process that carries out one order and writes down what that did to the disk: `order log`. */
import { writeFileSync } from 'node:fs';
import { engineOf } from '../jobs.ts';
import { carryOut, type Order } from '../orders.ts';
import { recordDisk } from './record-disk.ts';

const [order, log] = process.argv.slice(2) as [string, string];
const parsed = JSON.parse(order) as Order;
const engine = engineOf(process.pid);
const events = recordDisk(parsed.repository);
await carryOut(engine, parsed, { opened: () => undefined, finished: (made) => void events.push({ did: 'finish', made }) });
await engine.close();
writeFileSync(log, JSON.stringify(events));

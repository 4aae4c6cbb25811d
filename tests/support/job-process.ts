/** A process that does one job on a real repository and is killed at one of its writes: `job repository source write moment`. */
import { LocalBackend } from '../../src/main/engine/backend/local/local-backend.ts';
import { deadlyBackend, type Moment } from './deadly-backend.ts';
import { engineOf, type Job, JOBS } from './jobs.ts';

const [job, repository, source, write, moment] = process.argv.slice(2) as [Job, string, string, string, Moment];
const backend = deadlyBackend(new LocalBackend(repository), { write: Number(write), moment }, () => process.kill(process.pid, 'SIGKILL'));
const engine = engineOf(process.pid);
await JOBS[job](engine, { backend, source });
await engine.close();

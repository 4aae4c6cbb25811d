/** A program: the engine process as it is, but for keys and locks that take no time. Nobody guesses here, and nobody is beside it. */
import { systemClock } from '../../src/main/clock.ts';
import { createLocalHost } from '../../src/main/engine-host/index.ts';
import { serveParent } from '../../src/main/engine-host/serve-parent.ts';
import { QUICK_ENGINE } from './quick-engine.ts';

serveParent((options) => createLocalHost(options, systemClock, QUICK_ENGINE));

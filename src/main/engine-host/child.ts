/** The engine process. */
import { systemClock } from '../clock.ts';
import { createLocalHost } from './local-host.ts';
import { givingWay } from './precedence.ts';
import { serveParent } from './serve-parent.ts';

serveParent((options) => givingWay(createLocalHost(options, systemClock)));

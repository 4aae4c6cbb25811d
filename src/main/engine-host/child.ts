/** The engine process. */
import { systemClock } from '../clock.ts';
import { createLocalHost } from './local-host.ts';
import { serveParent } from './serve-parent.ts';

serveParent((options) => createLocalHost(options, systemClock));

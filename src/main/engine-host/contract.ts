import { eventIterator, oc, type } from '@orpc/contract';
import type { ErrorReport } from '../../shared/errors/index.ts';
import type { Progress } from '../../shared/model/progress.ts';
import type { EngineHost } from './engine-host.ts';

/** The host's methods that do work; each becomes a procedure of the private contract. */
export const METHODS = [
  'createRepository',
  'probe',
  'listPoints',
  'backup',
  'copy',
  'prove',
  'planRestore',
  'restore',
  'undoRestore',
  'removeUnfinished',
  'check',
  'maintain',
  'saveSeal',
  'readSeal',
  'addKey',
  'removeKey',
  'alignKeys',
  'listKeys',
  'browse',
  'search',
  'ask',
  'detect',
  'testSource',
  'selfTest',
  'setBandwidth',
] as const satisfies readonly (keyof EngineHost)[];
export type Method = (typeof METHODS)[number];

/** How a request ended. Errors cross as data: a thrown one would lose its code. */
export type Outcome = { ok: true; value: unknown } | { ok: false; error: ErrorReport };

/** A request as it crosses the port; both sides are ours and of one version, so that its shape is not checked again. */
export interface Call {
  request: unknown;
}

const procedure = oc.input(type<Call>()).output(eventIterator(type<Progress>(), type<Outcome>()));

/** The private contract between owner and engine process: every procedure tells progress and ends with an outcome. */
export const hostContract = Object.fromEntries(METHODS.map((method) => [method, procedure])) as Record<Method, typeof procedure>;

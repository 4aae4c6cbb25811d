import { oc } from '@orpc/contract';
import { z } from 'zod';
import type { Permission } from '../model/person.ts';

/** What every procedure says of itself. */
export interface ProcedureMeta {
  /** Who may not do this is refused before anything is looked at. */
  permission: Permission;
}

/** How a refusal or failure of normal life crosses: the error's code and data, no sentence. */
const lifeboatError = { data: z.object({ code: z.string(), data: z.record(z.string(), z.unknown()), retryable: z.boolean() }) };

/** Begins a procedure that whoever holds `permission` may call. */
export function needs(permission: Permission) {
  return oc.$meta<ProcedureMeta>({ permission }).errors({ LIFEBOAT: lifeboatError, FORBIDDEN: {} });
}

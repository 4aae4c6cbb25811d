import { implement, ORPCError } from '@orpc/server';
import { contract } from '../../shared/contract/index.ts';
import { asLifeboatError, LifeboatError } from '../../shared/errors/index.ts';
import type { Permission } from '../../shared/model/person.ts';
import type { AppServices } from './services.ts';

/** Who asks. */
export interface ApiContext {
  /** Undefined before anybody has signed in on this face. */
  person: string | undefined;
  may(permission: Permission): boolean;
}

/** The contract, ready to be implemented: whoever may not is refused, and failures cross as data. */
export const api = implement(contract)
  .$context<ApiContext>()
  .use(async ({ context, next, procedure, errors }) => {
    const { permission } = procedure['~orpc'].meta;
    if (!context.may(permission)) throw errors.FORBIDDEN();
    try {
      return await next();
    } catch (error) {
      if (isDefined(error)) throw error;
      const { code, data, retryable } = (invalidInput(error) ?? asLifeboatError(error)).report();
      throw errors.LIFEBOAT({ data: { code, data, retryable } });
    }
  });

function isDefined(error: unknown): boolean {
  return error instanceof Error && 'defined' in error && error.defined === true;
}

/** A request of the wrong shape; what was given is not told again, it may be a secret. */
function invalidInput(error: unknown): LifeboatError | undefined {
  if (!(error instanceof ORPCError) || error.code !== 'BAD_REQUEST') return undefined;
  const { issues = [] } = (error.data ?? {}) as { issues?: { message: string; path?: (PropertyKey | { key: PropertyKey })[] }[] };
  const [issue] = issues;
  const name = issue?.path?.map((step) => String(typeof step === 'object' ? step.key : step)).join('.') ?? '';
  return new LifeboatError('value-invalid', {
    name: name === '' ? 'request' : name,
    value: '',
    expected: issue?.message ?? 'another shape',
  });
}

export type Services = AppServices;

import { api } from './context.ts';
import type { AppServices } from './services.ts';

export function updatesApi({ updates }: Pick<AppServices, 'updates'>) {
  return {
    state: api.updates.state.handler(() => updates.state()),
    check: api.updates.check.handler(async () => await updates.check()),
    download: api.updates.download.handler(async () => await updates.download()),
    install: api.updates.install.handler(() => ({ installs: updates.install() })),
    wishes: api.updates.wishes.handler(({ signal }) => updates.wishes(signal)),
    report: api.updates.report.handler(({ input }) => updates.report(input)),
  };
}

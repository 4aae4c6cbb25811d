import { api } from './context.ts';
import type { AppServices } from './services.ts';

export function systemApi(services: AppServices) {
  return {
    folders: api.system.folders.handler(async ({ input }) => await services.listFolder(input.path)),
  };
}

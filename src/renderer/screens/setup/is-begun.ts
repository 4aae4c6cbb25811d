import type { SetupState } from '../../api/index.ts';

/** Whether somebody typed something already. The language may be chosen before anything is begun. */
export function isBegun({ draft: { pharmacy = {}, ...others }, reached }: Pick<SetupState, 'draft' | 'reached'>): boolean {
  const { language: _language, ...typed } = pharmacy;
  return reached !== 'pharmacy' || Object.keys(typed).length > 0 || Object.keys(others).length > 0;
}

import type { LostFacts } from '../../../shared/model/loss.ts';
import type { LostTexts } from '../../../shared/text/screens/lost/index.ts';

/** What a missing thing is called: a PC has no name of its own. */
export function thingName({ kind, name }: Pick<LostFacts, 'kind' | 'name'>, { oldPc }: LostTexts): string {
  return kind === 'pc' ? oldPc.title : name;
}

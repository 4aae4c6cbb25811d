import type { ReactNode } from 'react';
import type { Status } from '../../../shared/contract/index.ts';
import { ageWords, nearMomentWords } from '../../../shared/text/index.ts';
import { homeTexts } from '../../../shared/text/screens/home/index.ts';
import { useTexts, useVoice } from '../../language/index.ts';
import { useNow } from '../../time/index.ts';
import { lastProven } from './last-proven.ts';

/** Under the headline: up to when everything critical is safe, and when it goes on. */
export function HomeLead({ status: { pharmacy, protection, nextRuns, pause } }: { status: Status }): ReactNode {
  const { lead } = useTexts(homeTexts);
  const { language, timeZone } = useVoice();
  const now = useNow();
  const moment = (at: string): string => nearMomentWords(at, now, language, timeZone);
  const proven = lastProven(protection.coverage);
  const [next] = nextRuns.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return (
    <>
      {pharmacy !== undefined && <div>{pharmacy}</div>}
      <div>
        {proven === undefined ? lead.notAllProven : lead.lastProven(moment(proven), ageWords(proven, now, language))}
        {next !== undefined && pause === undefined && ` ${lead.nextBackup(moment(next.at))}`}
      </div>
    </>
  );
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { attackTexts } from '../../../shared/text/screens/attack/index.ts';
import { useApi } from '../../api/index.ts';
import { Page } from '../../components/page/index.ts';
import { QueryView } from '../../components/query/index.ts';
import { useTexts } from '../../language/index.ts';
import { AttackOn } from './attack-on.tsx';
import { BeforeAttack } from './before-attack.tsx';

/** For the moment when somebody thinks that the pharmacy is being attacked, and until that is over. */
export function AttackScreen(): ReactNode {
  const texts = useTexts(attackTexts);
  const api = useApi();
  const queries = useQueryClient();
  const query = useQuery(api.status.get.queryOptions());
  const suspect = useMutation({
    mutationFn: async (since: string) => await api.status.suspectAttack.call({ since }),
    onSuccess: async () => await queries.invalidateQueries({ queryKey: api.status.key() }),
  });
  const attack = query.data?.attack;
  if (attack !== undefined) return <AttackOn attack={attack} done={suspect.data} />;
  return (
    <Page title={texts.title} lead={texts.lead}>
      <QueryView query={query} lines={8}>
        {() => <BeforeAttack onSuspect={async (since) => await suspect.mutateAsync(since)} />}
      </QueryView>
    </Page>
  );
}

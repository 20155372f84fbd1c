'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card, SectionTitle } from '@/components/ui/card';
import { Select } from '@/components/ui/select';
import { SkeletonRows } from '@/components/ui/skeleton';
import { messageOf } from '@/lib/problem';
import { keys } from '@/lib/query-keys';
import { imports, type Import } from './import-api';
import { firstMapping, sentMapping } from './mapping';

/** Rows that may be a record that is there: somebody says which, or that it is a new one. */
export function ReviewRows({ of, count, check }: { of: Import; count: number; check: () => Promise<unknown> }) {
  const client = useQueryClient();
  const rows = useQuery({ queryKey: [...keys.import(of.id), 'review', count], queryFn: () => imports.rows(of.id, 'review'), retry: false });
  const [answers, setAnswers] = useState<Record<string, string>>({});
  const apply = useMutation({
    mutationFn: async () => {
      const mapping = firstMapping(of);
      await imports.map(of.id, sentMapping({ ...mapping, reviews: { ...mapping.reviews, ...answers } }));
      await check();
    },
    onSettled: () => client.invalidateQueries({ queryKey: keys.imports }),
  });
  const given = Object.keys(answers).length;
  return (
    <section aria-label="Rows to decide">
      <SectionTitle className="mb-2">Which record is it?</SectionTitle>
      {rows.isPending && <SkeletonRows rows={2} />}
      {rows.error && <p className="text-sm text-red-text">{messageOf(rows.error)}</p>}
      {rows.data && (
        <Card>
          <ul className="max-h-80 divide-y overflow-y-auto">
            {rows.data.data.map(r => (
              <li key={r.row} className="grid grid-cols-[minmax(0,1fr)_minmax(0,300px)] items-center gap-3 px-3.5 py-1.5 text-sm max-md:grid-cols-1">
                <span className="min-w-0 truncate"><span className="num mr-2 text-xs text-fg-3">{r.row}</span><span className="font-medium">{r.title || Object.values(r.values ?? {}).find(Boolean) || 'No name'}</span>{r.candidates?.[0]?.reasons?.length ? <span className="block truncate text-xs text-fg-3">{r.candidates[0].reasons.join(', ')}</span> : null}</span>
                <Select
                  aria-label={`Record of row ${r.row}`}
                  placeholder="Leave out until somebody decides"
                  value={answers[r.row] ?? ''}
                  onChange={e => setAnswers(({ [r.row]: _, ...rest }) => (e.target.value ? { ...rest, [r.row]: e.target.value } : rest))}
                  options={[...(r.candidates ?? []).map(c => ({ value: c.id, label: c.score == null ? c.title : `${c.title} (${Math.floor(c.score * 100)} %)` })), { value: 'new', label: 'A new record' }, { value: 'skip', label: 'Leave out' }]}
                />
              </li>
            ))}
          </ul>
        </Card>
      )}
      {given > 0 && (
        <div className="mt-2 flex items-center gap-3">
          <Button size="md" busy={apply.isPending} onClick={() => apply.mutate()}>Use {given === 1 ? 'this answer' : `these ${given} answers`} and check again</Button>
          {apply.isError && <p role="alert" className="text-sm text-red-text">{messageOf(apply.error)}</p>}
        </div>
      )}
    </section>
  );
}

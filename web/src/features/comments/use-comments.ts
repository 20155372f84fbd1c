'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { keys } from '@/lib/query-keys';
import { records, type AnyRecord } from '@/lib/records-api';

export interface CommentThread {
  first: AnyRecord;
  answers: AnyRecord[];
}

/** Oldest first, answers under what they answer; an answer whose first comment is gone stands alone. */
export function threadsOf(comments: AnyRecord[]): CommentThread[] {
  const sorted = [...comments].sort((a, b) => a.created_at.localeCompare(b.created_at));
  const known = new Map(sorted.map(c => [c.id, c]));
  const root = (c: AnyRecord): AnyRecord => {
    const parent = typeof c.parent_id === 'string' ? known.get(c.parent_id) : undefined;
    return parent ? root(parent) : c;
  };
  const threads = new Map<string, CommentThread>();
  for (const c of sorted) {
    const first = root(c);
    const thread = threads.get(first.id) ?? { first, answers: [] };
    if (c.id !== first.id) thread.answers.push(c);
    threads.set(first.id, thread);
  }
  return [...threads.values()];
}

export function useComments(type: string, id: string) {
  const client = useQueryClient();
  const key = keys.related(type, id, 'comments');
  const list = useQuery({
    queryKey: key,
    queryFn: () =>
      records.query('comments', {
        filter: { and: [{ field: 'record_type', op: 'is', value: type }, { field: 'record_id', op: 'is', value: id }] },
        sort: ['created_at'],
        limit: 500,
      }),
  });
  const changed = () => {
    void client.invalidateQueries({ queryKey: keys.record(type, id) });
    void client.invalidateQueries({ queryKey: keys.lists('comment') });
  };
  const add = useMutation({
    mutationFn: ({ body, parent }: { body: string; parent?: string }) =>
      records.create('comments', { record_type: type, record_id: id, body, ...(parent && { parent_id: parent }) }),
    onSuccess: changed,
  });
  const remove = useMutation({ mutationFn: (c: AnyRecord) => records.remove('comments', c.id, c.version), onSuccess: changed });
  return { list, add, remove };
}

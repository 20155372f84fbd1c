'use client';
import { MessageSquareText, Reply, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { SkeletonRows } from '@/components/ui/skeleton';
import { EmptyState, ErrorState } from '@/components/ui/states';
import { toast } from '@/components/ui/toast';
import { useFormats } from '@/lib/format';
import type { AnyRecord } from '@/lib/records-api';
import { can, usePeople, useSession } from '@/lib/session';
import { CommentBox } from './comment-box';
import { mentionPieces } from './mentions';
import { threadsOf, useComments } from './use-comments';

function Comment({ comment, onRemove }: { comment: AnyRecord; onRemove: () => void }) {
  const formats = useFormats();
  const people = usePeople().data ?? [];
  const session = useSession().data;
  const author = people.find(p => p.id === comment.created_by)?.name ?? (comment._refs?.created_by as { title?: string } | undefined)?.title ?? 'Somebody';
  const mine = comment.created_by === session?.person.id;
  return (
    <div className="group flex gap-2.5">
      <Avatar name={author} size={26} decorative className="mt-0.5" />
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-2 text-sm">
          <b className="truncate font-medium">{author}</b>
          <time dateTime={comment.created_at} title={formats.instant(comment.created_at)} className="shrink-0 text-xs text-fg-3">{formats.ago(comment.created_at)}</time>
          {mine && can(session, 'comment.delete') && (
            <Button variant="ghost" size="icon" aria-label="Delete comment" onClick={onRemove} className="-my-1.5 ml-auto opacity-0 focus-visible:opacity-100 group-hover:opacity-100 max-md:opacity-100"><Trash2 /></Button>
          )}
        </p>
        <p className="whitespace-pre-wrap break-words text-sm leading-[21px]">
          {mentionPieces(String(comment.body ?? ''), people).map((p, i) => (p.mention ? <span key={i} className="rounded-[3px] bg-accent-soft px-0.5 font-medium text-accent-text">{p.text}</span> : <span key={i}>{p.text}</span>))}
        </p>
      </div>
    </div>
  );
}

export function Comments({ type, id }: { type: string; id: string }) {
  const { list, add, remove } = useComments(type, id);
  const [answering, setAnswering] = useState<string | null>(null);
  const may = can(useSession().data, 'comment.create');
  if (list.isPending) return <SkeletonRows />;
  if (list.isError) return <ErrorState error={list.error} retry={() => void list.refetch()} />;
  const threads = threadsOf(list.data.data);
  const drop = (c: AnyRecord) => remove.mutate(c, { onError: toast.error });
  return (
    <div className="mx-auto flex max-w-[760px] flex-col gap-4 p-5 max-md:p-3.5">
      {threads.length === 0 && <EmptyState icon={MessageSquareText} title="No comments yet" className="py-8">Comments are for colleagues; customers never see them.</EmptyState>}
      {threads.map(({ first, answers }) => (
        <Card key={first.id} className="flex flex-col gap-3 p-3.5">
          <Comment comment={first} onRemove={() => drop(first)} />
          {answers.length > 0 && (
            <div className="ml-[13px] flex flex-col gap-3 border-l pl-[22px] max-md:pl-3">
              {answers.map(a => <Comment key={a.id} comment={a} onRemove={() => drop(a)} />)}
            </div>
          )}
          {may && (answering === first.id ? (
            <CommentBox place={`answer:${first.id}`} label="Answer" action="Answer" autoFocus onCancel={() => setAnswering(null)} onSend={body => add.mutateAsync({ body, parent: first.id })} />
          ) : (
            <Button variant="ghost" size="xs" className="self-start" onClick={() => setAnswering(first.id)}><Reply />Answer</Button>
          ))}
        </Card>
      ))}
      {may && <CommentBox place={`${type}:${id}`} label="Write a comment" action="Comment" onSend={body => add.mutateAsync({ body })} />}
    </div>
  );
}

'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { newKey } from '@/lib/api';
import { storedValue, storeValue } from '@/lib/browser-store';
import { refreshRecords } from '@/lib/change-sets';
import { keys } from '@/lib/query-keys';
import { chat, type Outgoing, type RecordInView } from './chat-api';
import { followRun } from './follow-run';
import type { SentFile } from './part';
import { newRun, type Run } from './reduce-run';

export interface Pending extends Outgoing {
  thread: string;
  at: string;
  run: Run;
}

/** What is under way is kept in the browser: after a reload the run is picked up where it was. */
const slot = (thread: string) => `chat-run:${thread}`;

export function useThread(threadId: string | null, record: RecordInView | undefined, onThread: (id: string) => void) {
  const client = useQueryClient();
  const thread = useQuery({ queryKey: keys.thread(threadId ?? ''), queryFn: () => chat.thread(threadId ?? ''), enabled: threadId !== null });
  const [pending, setPending] = useState<Pending | null>(null);
  const stop = useRef<AbortController | null>(null);
  const followed = useRef<string | null>(null);

  const keep = useCallback((of: string, next: Pending | null) => {
    setPending(next);
    storeValue(slot(of), next);
  }, []);

  const follow = useCallback(
    async (message: Pending) => {
      stop.current?.abort();
      const control = new AbortController();
      stop.current = control;
      const gone = () => control.signal.aborted;
      keep(message.thread, message);
      const tell = (run: Run) => gone() || keep(message.thread, { ...message, run });
      const run = await followRun(message.thread, message, message.run, tell, control.signal);
      if (gone()) return;
      stop.current = null;
      if (run.state !== 'done') return keep(message.thread, { ...message, run });
      refreshRecords(client);
      await client.invalidateQueries({ queryKey: keys.threads });
      if (!gone() && !stop.current) keep(message.thread, null);
    },
    [client, keep],
  );

  useEffect(() => {
    // A thread that the first message has just made is being followed already.
    if (followed.current === threadId) return;
    followed.current = threadId;
    stop.current?.abort();
    const left = threadId ? storedValue<Pending | null>(slot(threadId), null) : null;
    setPending(left);
    if (left && left.run.state !== 'failed') void follow(left);
  }, [threadId, follow]);

  // A run started elsewhere, or before the browser forgot it, is watched to its end.
  const running = thread.data?.running_run_id ?? null;
  const asked = thread.data?.messages.findLast(m => m.role === 'user');
  useEffect(() => {
    if (!threadId || !running || !asked || (stop.current && !stop.current.signal.aborted)) return;
    void follow({ thread: threadId, text: asked.text, key: asked.id, at: asked.created_at, run: { ...newRun, id: running, state: 'running' } });
  }, [threadId, running, asked, follow]);

  useEffect(
    () => () => {
      stop.current?.abort();
      followed.current = null;
    },
    [],
  );

  const send = useCallback(
    async (text: string, files: SentFile[] = []) => {
      const id = threadId ?? (await chat.create(record)).id;
      followed.current = id;
      void follow({ thread: id, text, files, key: newKey(), record, at: new Date().toISOString(), run: newRun });
      if (!threadId) onThread(id);
    },
    [threadId, record, onThread, follow],
  );

  const retry = useCallback(() => {
    if (!pending) return;
    const resumable = pending.run.id !== null && !pending.run.ended;
    if (resumable) void follow({ ...pending, run: { ...pending.run, state: 'running', failure: null } });
    else void follow({ ...pending, key: pending.run.ended ? newKey() : pending.key, run: newRun });
  }, [pending, follow]);

  const drop = useCallback(() => pending && keep(pending.thread, null), [pending, keep]);

  return { thread, pending, send, retry, drop, busy: pending !== null && pending.run.state !== 'failed' };
}

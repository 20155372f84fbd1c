'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Archive, Download, FileJson, Trash2, Upload, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button, buttonStyle } from '@/components/ui/button';
import { Card, SectionTitle } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { SkeletonRows } from '@/components/ui/skeleton';
import { ErrorState } from '@/components/ui/states';
import { toast } from '@/components/ui/toast';
import { api, newKey, readProblem, requestHeaders } from '@/lib/api';
import { useFormats, type Formats } from '@/lib/format';
import type { Tone } from '@/lib/tone';
import { SettingsFrame } from './settings-frame';

type Status = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

interface Work {
  id: string;
  status: Status;
  progress?: { done: number; total?: number | null; message?: string | null } | null;
  error?: string | null;
  created_at: string;
}

interface Export extends Work {
  kind: 'everything' | 'training';
  file_name?: string | null;
  size?: number | null;
  created_by?: string | null;
}

interface Incoming {
  possible: boolean;
  reason?: string | null;
  import?: (Work & { summary?: Record<string, number> | null }) | null;
}

const path = '/workspace/exports';
const exportsKey = ['workspace', 'exports'];
const importKey = ['workspace', 'import'];
const states: Record<Status, [string, Tone]> = { queued: ['Waits', 'neutral'], running: ['Being made', 'accent'], done: ['Ready', 'green'], failed: ['Failed', 'red'], cancelled: ['Cancelled', 'neutral'] };
const busy = (status: Status | undefined) => status === 'queued' || status === 'running';
const megabytes = (bytes: number, format: Formats) => `${format.number(Math.max(0.1, Math.round(bytes / 100_000) / 10))} MB`;

export function ExportSettings() {
  return (
    <SettingsFrame title="Whole workspace" lead="Take everything along: records, files, histories and settings in one file." permission="workspace.manage">
      <div className="flex flex-col gap-6">
        <Exports />
        <BringIn />
      </div>
    </SettingsFrame>
  );
}

function Exports() {
  const client = useQueryClient();
  const format = useFormats();
  const found = useQuery({ queryKey: exportsKey, queryFn: async () => (await api.get<{ data: Export[] }>(path)).data, refetchInterval: query => (query.state.data?.some(e => busy(e.status)) ? 1_000 : false) });
  const run = async (work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (error) {
      toast.error(error);
    }
    await client.invalidateQueries({ queryKey: exportsKey });
  };
  const start = (kind: Export['kind']) => void run(() => api.post(path, { kind }, { idempotencyKey: newKey() }));
  return (
    <section aria-label="Exports">
      <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
        <Card className="flex flex-col items-start gap-2 p-4">
          <Archive aria-hidden className="size-5 stroke-[1.5] text-fg-3" />
          <p className="text-sm"><b className="font-semibold">Everything</b><span className="block text-fg-3">A file that an empty workspace reads and becomes the same.</span></p>
          <Button className="mt-auto" onClick={() => start('everything')}>Export everything</Button>
        </Card>
        <Card className="flex flex-col items-start gap-2 p-4">
          <FileJson aria-hidden className="size-5 stroke-[1.5] text-fg-3" />
          <p className="text-sm"><b className="font-semibold">For training</b><span className="block text-fg-3">Inputs, decisions, corrections and outcomes, one a line.</span></p>
          <Button className="mt-auto" onClick={() => start('training')}>Export for training</Button>
        </Card>
      </div>
      {found.isPending && <SkeletonRows rows={2} />}
      {found.error && <ErrorState error={found.error} retry={() => void found.refetch()} />}
      {!!found.data?.length && (
        <Card className="mt-4">
          <ul className="divide-y">
            {found.data.map(e => (
              <li key={e.id} className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 text-sm">
                <span className="min-w-0 flex-1 basis-48 leading-[18px]">
                  <span className="block truncate font-medium">{e.file_name ?? (e.kind === 'everything' ? 'Everything' : 'For training')}</span>
                  <span className="num block truncate text-xs text-fg-3">{[format.ago(e.created_at), e.created_by, e.size ? megabytes(e.size, format) : null, busy(e.status) ? progressText(e, format) : e.error].filter(Boolean).join(' · ')}</span>
                </span>
                <Badge tone={states[e.status][1]}>{states[e.status][0]}</Badge>
                {e.status === 'done' && <a href={`/api/v1${path}/${e.id}/content`} download className={buttonStyle({})}><Download className="size-3.5" />Download</a>}
                {busy(e.status) ? (
                  <Button variant="ghost" size="icon" aria-label="Cancel this export" onClick={() => void run(() => api.post(`${path}/${e.id}/cancel`))}><X /></Button>
                ) : (
                  <Button variant="ghost" size="icon" aria-label="Remove this export" onClick={() => void run(() => api.delete(`${path}/${e.id}`))}><Trash2 /></Button>
                )}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </section>
  );
}

const progressText = ({ progress }: Work, format: Formats) =>
  progress ? [progress.message, progress.total ? `${format.number(progress.done)} of ${format.number(progress.total)}` : format.number(progress.done)].filter(Boolean).join(': ') : 'waits for its turn';

/** Only an empty workspace takes another in. */
function BringIn() {
  const client = useQueryClient();
  const format = useFormats();
  const picker = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const found = useQuery({ queryKey: importKey, queryFn: () => api.get<Incoming>('/workspace/import'), retry: false, refetchInterval: query => (busy(query.state.data?.import?.status) ? 1_000 : false) });
  const incoming = found.data;
  if (!incoming || (!incoming.possible && !incoming.import)) return null;
  const send = async (file: File | undefined) => {
    if (!file) return;
    setSending(true);
    setProblem(null);
    try {
      const response = await fetch('/api/v1/workspace/import', { method: 'POST', credentials: 'same-origin', headers: { ...requestHeaders('POST', {}, false), 'Content-Type': 'application/zip' }, body: file });
      if (!response.ok) throw await readProblem(response);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : 'That did not work.');
    }
    setSending(false);
    await client.invalidateQueries({ queryKey: importKey });
  };
  const now = incoming.import;
  return (
    <section aria-label="Bring in a workspace">
      <SectionTitle className="mb-1">Bring in another workspace</SectionTitle>
      <Card className="flex flex-col items-start gap-3 p-4 text-sm">
        {problem && <Notice>{problem}</Notice>}
        {now && (
          <p role="status" className="num">
            {busy(now.status) ? `Being read. ${progressText(now, format)}` : now.status === 'done' ? `Done: ${Object.entries(now.summary ?? {}).map(([type, n]) => `${format.number(n)} ${type.replaceAll('_', ' ')}`).join(', ')}` : (now.error ?? 'It was cancelled.')}
          </p>
        )}
        {incoming.possible && (
          <>
            <p className="text-fg-3">This workspace is empty. It can become what another one was, from its export of everything.</p>
            <Button busy={sending} onClick={() => picker.current?.click()}><Upload />Choose the file</Button>
            <input ref={picker} type="file" accept=".zip,application/zip" aria-label="Export of a workspace" className="sr-only" tabIndex={-1} onChange={e => void send(e.target.files?.[0])} />
          </>
        )}
      </Card>
    </section>
  );
}

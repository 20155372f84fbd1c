'use client';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@/components/link';
import { PageHeader } from '@/components/page-header';
import { RecordIcon } from '@/components/record-icon';
import { Badge } from '@/components/ui/badge';
import { Card, SectionTitle } from '@/components/ui/card';
import { SkeletonRows } from '@/components/ui/skeleton';
import { ErrorState, NoPermission } from '@/components/ui/states';
import { useFormats } from '@/lib/format';
import { keys } from '@/lib/query-keys';
import { can, useSession } from '@/lib/session';
import type { Tone } from '@/lib/tone';
import { imports, type Import, type ImportStatus } from './import-api';
import { UploadStep } from './upload-step';

const states: Record<ImportStatus, [string, Tone]> = {
  uploaded: ['Needs a mapping', 'amber'],
  mapped: ['Needs a check', 'amber'],
  checking: ['Being checked', 'accent'],
  checked: ['Ready to import', 'accent'],
  running: ['Running', 'accent'],
  paused: ['Paused', 'amber'],
  done: ['Imported', 'green'],
  cancelled: ['Cancelled', 'neutral'],
  failed: ['Failed', 'red'],
  undone: ['Undone', 'neutral'],
};

interface Line {
  href: string;
  name: string;
  type: string;
  rows: number;
  at?: string;
  status: ImportStatus;
}

/** Of files that came together the state that asks for somebody, else the least that all have reached. */
const telling: ImportStatus[] = ['running', 'checking', 'failed', 'paused', 'cancelled', 'uploaded', 'mapped', 'checked', 'done', 'undone'];

/** The imports so far, files that came together on one line. */
export function linesOf(past: Import[]): Line[] {
  const groups = new Map<string, Import[]>();
  for (const i of past) groups.set(i.set_id ?? i.id, [...(groups.get(i.set_id ?? i.id) ?? []), i]);
  return [...groups].flatMap(([id, files]) => {
    const [first] = files;
    if (!first) return [];
    const names = files.map(f => f.file_name ?? 'File');
    return {
      href: first.set_id ? `/imports/sets/${id}` : `/imports/${id}`,
      name: names.length > 1 ? `${names.length} files: ${names.join(', ')}` : (names[0] ?? 'File'),
      type: first.record_type,
      rows: files.reduce((sum, f) => sum + f.row_count, 0),
      at: first.created_at,
      status: telling.find(s => files.some(f => f.status === s)) ?? first.status,
    };
  });
}

export function ImportsPage() {
  const session = useSession().data;
  const allowed = can(session, 'import.run');
  const past = useQuery({ queryKey: keys.imports, queryFn: imports.list, enabled: allowed, refetchInterval: query => (query.state.data?.some(i => i.status === 'running' || i.status === 'checking') ? 2_000 : false) });
  const formats = useFormats();
  if (session && !allowed) return <><PageHeader title="Import" /><NoPermission /></>;
  return (
    <>
      <PageHeader title="Import" />
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex max-w-[860px] flex-col gap-6 p-5 max-md:p-3.5">
          <UploadStep />
          <section>
            <SectionTitle className="mb-2">Imports so far</SectionTitle>
            {past.isPending && <SkeletonRows rows={3} />}
            {past.isError && <ErrorState error={past.error} retry={() => void past.refetch()} />}
            {past.data?.length === 0 && <p className="text-sm text-fg-3">No file has been imported yet.</p>}
            {past.data && past.data.length > 0 && (
              <Card>
                <ul>
                  {linesOf(past.data).map(line => {
                    const [label, tone] = states[line.status] ?? [line.status, 'neutral'];
                    return (
                      <li key={line.href} className="border-b last:border-0">
                        <Link href={line.href} className="flex min-h-11 items-center gap-3 px-3.5 py-1.5 text-sm hover:bg-subtle">
                          <RecordIcon type={line.type} className="size-4 shrink-0 text-fg-3" />
                          <span className="min-w-0 flex-1 truncate font-medium">{line.name}</span>
                          <span className="num text-xs text-fg-3 max-md:hidden">{formats.number(line.rows)} {line.rows === 1 ? 'row' : 'rows'}</span>
                          {line.at && <span className="w-24 text-right text-xs text-fg-3 max-md:hidden">{formats.ago(line.at)}</span>}
                          <span className="flex w-32 justify-end"><Badge tone={tone}>{label}</Badge></span>
                        </Link>
                      </li>
                    );
                  })}
                </ul>
              </Card>
            )}
          </section>
        </div>
      </div>
    </>
  );
}

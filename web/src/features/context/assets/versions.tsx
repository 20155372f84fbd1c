'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Download, RotateCcw } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { SkeletonRows } from '@/components/ui/skeleton';
import { ErrorState } from '@/components/ui/states';
import { toast } from '@/components/ui/toast';
import { sizeText } from '@/features/files/upload';
import { useFormats } from '@/lib/format';
import type { AnyRecord } from '@/lib/records-api';
import { usePeople } from '@/lib/session';
import { assetKeys, assets, contentPath } from './assets-api';

/** The contents a file has had, the newest first; each can be saved and can become the one that counts again. */
export function Versions({ file, mayEdit, onDone }: { file: AnyRecord; mayEdit: boolean; onDone: () => void }) {
  const client = useQueryClient();
  const format = useFormats();
  const people = usePeople().data ?? [];
  const found = useQuery({ queryKey: [...assetKeys.versions(file.id), file.version], queryFn: () => assets.versions(file.id), enabled: !file.erased_at });
  const restore = useMutation({
    mutationFn: (number: number) => assets.restore(file.id, number),
    onSuccess: (_, number) => {
      toast.ok(`Version ${number} counts again`);
      onDone();
      void client.invalidateQueries({ queryKey: assetKeys.versions(file.id) });
    },
    onError: toast.error,
  });
  if (file.erased_at) return <p className="text-sm text-fg-3">None is kept any more.</p>;
  if (found.isPending) return <SkeletonRows rows={2} />;
  if (found.error) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  return (
    <Card>
      <ul aria-label="Versions" className="divide-y">
        {found.data.map(v => (
          <li key={v.number} className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 px-3.5 py-1.5 text-sm">
            <span className="num w-9 shrink-0 text-fg-3">v{v.number}</span>
            <span className="min-w-0 flex-1 leading-[18px]">
              <span className="block truncate font-medium">{v.name}</span>
              <span className="block truncate text-xs text-fg-3">{[sizeText(v.size, format.locale), format.instant(v.added_at), people.find(p => p.id === v.added_by)?.name].filter(Boolean).join(' · ')}</span>
            </span>
            {v.current ? <Badge tone="green">Current</Badge> : mayEdit && <Button size="xs" busy={restore.isPending && restore.variables === v.number} disabled={restore.isPending} aria-label={`Make version ${v.number} current`} onClick={() => restore.mutate(v.number)}><RotateCcw />Use again</Button>}
            <a href={contentPath(file.id, v.number)} download={v.name} aria-label={`Save version ${v.number}`} className="grid size-7 place-items-center rounded-md text-fg-3 hover:bg-hover max-md:size-9 [&_svg]:size-4"><Download /></a>
          </li>
        ))}
      </ul>
    </Card>
  );
}

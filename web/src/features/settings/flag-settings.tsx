'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ToggleLeft } from 'lucide-react';
import { Card } from '@/components/ui/card';
import { SkeletonRows } from '@/components/ui/skeleton';
import { EmptyState, ErrorState } from '@/components/ui/states';
import { Switch } from '@/components/ui/switch';
import { toast } from '@/components/ui/toast';
import { api } from '@/lib/api';
import { keys } from '@/lib/query-keys';
import { can, useSession } from '@/lib/session';
import { SettingsFrame } from './settings-frame';

interface Flag {
  name: string;
  enabled: boolean;
  description?: string | null;
}

type FlagAnswer = Flag[] | { data: Flag[] } | Record<string, boolean>;

export function readFlags(answer: FlagAnswer): Flag[] {
  if (Array.isArray(answer)) return answer;
  if (Array.isArray((answer as { data?: unknown }).data)) return (answer as { data: Flag[] }).data;
  return Object.entries(answer as Record<string, boolean>).map(([name, enabled]) => ({ name, enabled }));
}

const title = (name: string) => name.replaceAll(/[._-]+/g, ' ').replace(/^./, c => c.toUpperCase());

export function FlagSettings() {
  const client = useQueryClient();
  const session = useSession().data;
  const flags = useQuery({ queryKey: keys.flags, queryFn: async () => readFlags(await api.get<FlagAnswer>('/flags')) });
  const flip = async (flag: Flag, enabled: boolean) => {
    client.setQueryData<Flag[]>(keys.flags, all => all?.map(f => (f.name === flag.name ? { ...f, enabled } : f)));
    try {
      await api.patch(`/flags/${flag.name}`, { enabled });
    } catch (error) {
      toast.error(error);
    }
    await Promise.all([client.invalidateQueries({ queryKey: keys.flags }), client.invalidateQueries({ queryKey: keys.session })]);
  };
  return (
    <SettingsFrame title="Features" lead="Parts of the product that are switched for the whole workspace." permission="flags.read">
      {flags.isPending && <SkeletonRows rows={3} />}
      {flags.error && <ErrorState error={flags.error} retry={() => void flags.refetch()} />}
      {flags.data?.length === 0 && <EmptyState icon={ToggleLeft} title="Nothing to switch">Every feature is on for everybody.</EmptyState>}
      {!!flags.data?.length && (
        <Card>
          <ul className="divide-y">
            {flags.data.map(f => (
              <li key={f.name} className="flex items-center gap-4 px-4 py-3">
                <span className="min-w-0 flex-1">
                  <span className="block text-sm font-medium">{title(f.name)}</span>
                  {f.description && <span className="block text-xs text-fg-3">{f.description}</span>}
                </span>
                <Switch label={title(f.name)} checked={f.enabled} disabled={!can(session, 'flags.manage')} onChange={on => void flip(f, on)} />
              </li>
            ))}
          </ul>
        </Card>
      )}
    </SettingsFrame>
  );
}

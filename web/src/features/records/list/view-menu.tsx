'use client';
import { useQueryClient } from '@tanstack/react-query';
import { Bookmark, Check, ChevronDown, Globe, Link2, Lock, Pencil, RotateCcw, Save, Star, Trash2, Users } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dot } from '@/components/ui/badge';
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '@/components/ui/menu';
import { toast } from '@/components/ui/toast';
import { views, type SavedView } from '@/lib/lists-api';
import type { RecordType } from '@/lib/meta';
import { keys } from '@/lib/query-keys';
import { ofSaved, plainView, toSaved, type View } from '../view';

const ConfirmDialog = dynamic(() => import('@/components/ui/confirm-dialog').then(m => m.ConfirmDialog), { ssr: false });
const SaveViewDialog = dynamic(() => import('./save-view-dialog').then(m => m.SaveViewDialog), { ssr: false });

interface ViewMenuProps {
  type: RecordType;
  view: View;
  base: SavedView | undefined;
  changed: boolean;
  saved: SavedView[];
  columns: string[];
  onOpen: (view: View) => void;
}

const icons = { private: Lock, team: Users, shared: Globe };

/** The views one keeps and those others share: open, save, save as, make the first, delete. */
export function ViewMenu({ type, view, base, changed, saved, columns, onOpen }: ViewMenuProps) {
  const client = useQueryClient();
  const [naming, setNaming] = useState<'new' | 'edit' | null>(null);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const mine = base?.editable;
  const act = async (said: string, work: () => Promise<SavedView | void>) => {
    setBusy(true);
    try {
      const done = await work();
      await client.invalidateQueries({ queryKey: keys.views(type.name) });
      toast.ok(said);
      return done;
    } catch (error) {
      toast.error(error);
    } finally {
      setBusy(false);
    }
  };
  const save = () => base && void act('View saved', () => views.update(base, toSaved(view, columns))).then(v => v && onOpen(ofSaved(v)));
  const groups = (['private', 'team', 'shared'] as const).map(kind => ({ kind, list: saved.filter(v => v.visibility === kind) })).filter(g => g.list.length);
  return (
    <>
      <Menu
        label="Views"
        className="w-72"
        trigger={
          <Button variant="ghost" size="xs" className="max-w-56">
            <Bookmark /><span className="truncate">{base?.name ?? `All ${type.label_plural.toLowerCase()}`}</span>
            {changed && <Dot tone="amber" />}<ChevronDown />
          </Button>
        }
      >
        <MenuItem onSelect={() => onOpen(plainView)}><span className="flex-1">All {type.label_plural.toLowerCase()}</span>{!base && <Check />}</MenuItem>
        {groups.map(({ kind, list }) => {
          const Icon = icons[kind];
          return (
            <div key={kind} role="group" aria-label={kind}>
              <MenuLabel>{kind === 'private' ? 'Only you' : kind === 'team' ? 'Your team' : 'Everybody'}</MenuLabel>
              {list.map(v => (
                <MenuItem key={v.id} onSelect={() => onOpen(ofSaved(v))}>
                  <Icon /><span className="min-w-0 flex-1 truncate">{v.name}</span>
                  {v.is_default && <Star aria-label="opens first" />}
                  {v.id === base?.id && <Check />}
                </MenuItem>
              ))}
            </div>
          );
        })}
        <MenuSeparator />
        {base && changed && <MenuItem onSelect={() => onOpen(ofSaved(base))}><RotateCcw />Back to how it was saved</MenuItem>}
        {base && mine && <MenuItem onSelect={() => setNaming('edit')}><Pencil />Name and sharing…</MenuItem>}
        <MenuItem onSelect={() => setNaming('new')}><Save />Save as a new view…</MenuItem>
        <MenuItem onSelect={() => void navigator.clipboard?.writeText(location.href).then(() => toast.ok('Link copied'), toast.error)}><Link2 />Copy link</MenuItem>
        {base && mine && <MenuItem danger onSelect={() => setAsking(true)}><Trash2 />Delete view</MenuItem>}
      </Menu>
      {changed && (
        <span className="flex items-center gap-1">
          <span role="status" className="text-xs text-fg-3 max-lg:hidden">changed</span>
          {mine && <Button variant="soft" size="xs" busy={busy} onClick={save}>Save</Button>}
          <Button variant="ghost" size="xs" onClick={() => setNaming('new')}>Save as…</Button>
        </span>
      )}
      {naming && (
        <SaveViewDialog
          view={naming === 'edit' ? base : undefined}
          type={type}
          onClose={() => setNaming(null)}
          onSave={async named => {
            const done = naming === 'edit' && base
              ? await act('View saved', () => views.update(base, named))
              : await act('View saved', () => views.create({ ...named, ...toSaved(view, columns), record_type: type.name }));
            if (!done) return;
            setNaming(null);
            if (naming === 'new') onOpen(ofSaved(done));
          }}
        />
      )}
      {base && asking && (
        <ConfirmDialog
          open title={`Delete the view "${base.name}"?`} action="Delete view" danger busy={busy} onClose={() => setAsking(false)}
          onConfirm={() => void act('View deleted', () => views.remove(base.id)).then(() => { setAsking(false); onOpen(plainView); })}
        >
          {base.visibility === 'private' ? 'No record is touched.' : 'It disappears for everybody it is shared with. No record is touched.'}
        </ConfirmDialog>
      )}
    </>
  );
}

'use client';
import { ArrowDown, ArrowUp, CornerDownRight, CornerUpLeft, ExternalLink, History, Languages, MoreHorizontal, Pencil, Plus, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { Button } from '@/components/ui/button';
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '@/components/ui/menu';
import { recordPath } from '@/lib/record-routes';
import { entryType } from '../names';
import { steps, type Status } from '../entry/status-actions';
import { below, beside, type Scene } from './scene';
import type { TreeNode } from './tree-api';
import { idOf, kindOf, kindsUnder, statusOf, titleOf } from './tree-model';

/** Everything that can be done to a message, for hands that neither drag nor know the keys. */
export function NodeMenu({ scene, node, variant }: { scene: Scene; node: TreeNode; variant: boolean }) {
  const router = useRouter();
  const id = idOf(node);
  const { edits, may } = scene;
  const path = recordPath(entryType, id);
  const under = variant ? [] : kindsUnder(scene.tree.kinds, kindOf(node));
  return (
    <Menu
      label={`Actions for ${titleOf(node)}`}
      align="end"
      className="w-60"
      trigger={<Button variant="ghost" size="icon" tabIndex={-1} data-menu aria-label={`Actions for ${titleOf(node)}`} className="size-6 max-md:size-9"><MoreHorizontal /></Button>}
    >
      {may && <MenuItem onSelect={() => scene.edit(id)}><Pencil />Edit the words</MenuItem>}
      <MenuItem onSelect={() => router.push(path)}><ExternalLink />Open</MenuItem>
      <MenuItem onSelect={() => router.push(`${path}?tab=history`)}><History />History</MenuItem>
      {may && (
        <>
          <MenuSeparator />
          {under.length > 0 && <MenuLabel>Add under it</MenuLabel>}
          {under.map(k => <MenuItem key={k.kind} onSelect={() => scene.add(below(scene, id, k.kind))}><Plus />{k.label}</MenuItem>)}
          {!variant && <MenuItem onSelect={() => scene.add(beside(scene, id))}><Plus />Another beside it</MenuItem>}
          {!variant && <MenuItem onSelect={() => scene.addWording(node)}><Languages />Wording for others…</MenuItem>}
          <MenuSeparator />
          {(steps[statusOf(node) as Status] ?? []).map(s => <MenuItem key={s.to} onSelect={() => edits.setStatus(node, s.to, s.done)}>{s.icon}{s.label}</MenuItem>)}
          {!variant && (
            <>
              <MenuSeparator />
              <MenuItem onSelect={() => edits.step(id, 'up')}><ArrowUp />Move up</MenuItem>
              <MenuItem onSelect={() => edits.step(id, 'down')}><ArrowDown />Move down</MenuItem>
              <MenuItem onSelect={() => edits.step(id, 'in')}><CornerDownRight />Move under the one above</MenuItem>
              <MenuItem onSelect={() => edits.step(id, 'out')}><CornerUpLeft />Move one level out</MenuItem>
            </>
          )}
          <MenuSeparator />
          <MenuItem danger onSelect={() => scene.remove(node)}><Trash2 />Move to bin</MenuItem>
        </>
      )}
    </Menu>
  );
}

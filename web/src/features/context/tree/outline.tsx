'use client';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { cn } from '@/lib/cn';
import { DragGhost } from './drag-ghost';
import { KindIcon } from './node-look';
import { OutlineRow } from './outline-row';
import { addingAfter, addingLabel, commonKeys, type Scene } from './scene';
import { rowsOf, typeAhead } from './tree-model';
import { useDrag } from './use-drag';
import { WordsField } from './words-field';

const pause = 700;

/** The tree as an outline, by the pattern for trees: arrows, Home and End, typing, Enter, Alt with arrows. */
export function Outline({ scene }: { scene: Scene }) {
  const { rows, edits, active, adding, may } = scene;
  const typed = useRef({ text: '', at: 0 });
  const { drag, start } = useDrag({ index: edits.index, kinds: edits.kinds, onDrop: (id, spot) => void edits.move(id, spot), onRefused: why => edits.say(`Not moved. ${why}`) });
  const stop = rows.some(r => r.id === active) ? active : (rows[0]?.id ?? null);
  useEffect(() => {
    if (drag?.target && !drag.target.ok && drag.target.why) edits.say(drag.target.why);
    // Told once for each target, not with each move of the pointer.
  }, [drag?.target?.over, drag?.target?.ok]);

  const onKeyDown = (e: KeyboardEvent) => {
    if (e.defaultPrevented || !(e.target as Element).matches('[role=treeitem]')) return;
    const at = rows.findIndex(r => r.id === stop);
    const row = rows[at];
    if (!row) return;
    const go = (to: number) => rows[to] && scene.choose(rows[to].id, true);
    const plain = !e.altKey && !e.ctrlKey && !e.metaKey;
    if (commonKeys(scene, e)) return e.preventDefault();
    if (!plain) return;
    const parent = () => rows.slice(0, at).findLastIndex(r => r.level < row.level);
    const acts: Record<string, () => void> = {
      ArrowDown: () => go(at + 1),
      ArrowUp: () => go(at - 1),
      Home: () => go(0),
      End: () => go(rows.length - 1),
      ArrowRight: () => (row.open === false ? scene.setOpen(row.id, true) : row.open && go(at + 1)),
      ArrowLeft: () => (row.open ? scene.setOpen(row.id, false) : go(parent())),
      ' ': () => scene.choose(row.id),
      '*': () => rows.filter(r => r.level === row.level && r.open === false).forEach(r => scene.setOpen(r.id, true)),
    };
    const act = acts[e.key];
    if (act && !(e.key === ' ' && typed.current.text && Date.now() - typed.current.at < pause)) {
      e.preventDefault();
      return act();
    }
    if (e.key.length !== 1) return;
    e.preventDefault();
    const now = Date.now();
    typed.current = { text: now - typed.current.at < pause ? typed.current.text + e.key : e.key, at: now };
    const found = typeAhead(rows, row.id, typed.current.text);
    if (found) scene.choose(found, true);
  };

  const after = adding ? addingAfter(rows, adding) : undefined;
  const level = adding?.spot.parent ? (rowsOf(scene.tree.nodes, new Set()).find(r => r.id === adding.spot.parent)?.level ?? 0) + 1 : 1;
  const field = adding && (
    <div role="treeitem" aria-selected={false} aria-level={level} aria-label={addingLabel(scene, adding)} className="flex items-start gap-2 py-1 pr-3" style={{ paddingLeft: 30 + (level - 1) * 22 }}>
      <span className="mt-1.5 text-fg-3"><KindIcon kind={adding.kind} /></span>
      <WordsField label={addingLabel(scene, adding)} words="" placeholder={addingLabel(scene, adding)} onSave={scene.finishAdding} onCancel={() => scene.add(null)} />
    </div>
  );
  return (
    <>
      <div
        role="tree"
        aria-label="Messages"
        aria-describedby="tree-keys"
        onKeyDown={onKeyDown}
        className={cn('py-2', drag && 'cursor-grabbing')}
      >
        {rows.map(row => (
          <div key={row.id} role="none" className="[contain-intrinsic-size:auto_44px] [content-visibility:auto] focus-within:[content-visibility:visible]">
            <OutlineRow scene={scene} row={row} stop={row.id === stop} drag={drag} onDragStart={start} />
            {after === row.id && field}
          </div>
        ))}
        {adding && after === null && field}
      </div>
      <p id="tree-keys" className="sr-only">
        {may ? 'Enter edits, Alt with arrows moves, Control Enter adds beside, Control Shift Enter adds under, Delete moves to the bin, Control Z undoes.' : 'Arrows move through the messages.'}
      </p>
      {drag && <DragGhost drag={drag} index={edits.index} />}
    </>
  );
}


'use client';
import { ChevronRight, GripVertical, Languages } from 'lucide-react';
import type { PointerEvent } from 'react';
import { Badge } from '@/components/ui/badge';
import { cn } from '@/lib/cn';
import { useFormats } from '@/lib/format';
import { isProof, KindIcon, Marks, marksOf, spoken, StatusMark, useLine } from './node-look';
import { NodeMenu } from './node-menu';
import type { Scene } from './scene';
import { forWhom, kindOf, titleOf, type Row } from './tree-model';
import type { Drag } from './use-drag';
import { WordsField } from './words-field';

interface OutlineRowProps {
  scene: Scene;
  row: Row;
  /** The one that Tab reaches. */
  stop: boolean;
  drag: Drag | null;
  onDragStart: (id: string, e: PointerEvent) => void;
}

export function OutlineRow({ scene, row, stop, drag, onDragStart }: OutlineRowProps) {
  const format = useFormats();
  const { node, id } = row;
  const { edits, may, reading } = scene;
  const kind = kindOf(node);
  const marks = marksOf(node, isProof(node, edits.kinds));
  const whom = forWhom(node, scene.languageName);
  const wording = reading?.get(id);
  const dim = reading !== null && (row.variantOf ? true : !wording);
  const words = wording ? wording.entry.title : titleOf(node);
  const movable = may && !row.variantOf;
  const target = drag?.target?.over === id ? drag.target : null;
  const chosen = scene.active === id;
  const strong = kind === 'headline' || kind === 'value_prop';
  return (
    <div
      role="treeitem"
      data-node={id}
      tabIndex={stop ? 0 : -1}
      aria-level={row.level}
      aria-posinset={row.at + 1}
      aria-setsize={row.of}
      aria-expanded={row.open}
      aria-selected={chosen}
      aria-label={`${row.variantOf ? 'Other wording. ' : ''}${spoken(node, edits.label(kind), marks, whom)}`}
      onFocus={e => e.target === e.currentTarget && scene.active !== id && scene.choose(id)}
      onClick={e => {
        if ((e.target as Element).closest('button, textarea, [popover]')) return;
        scene.choose(id, true);
      }}
      onDoubleClick={() => may && scene.edit(id)}
      onPointerDown={e => {
        const grip = (e.target as Element).closest('[data-grip]');
        if (movable && (grip || (e.pointerType === 'mouse' && !(e.target as Element).closest('button, textarea, [popover]')))) onDragStart(id, e);
      }}
      className={cn(
        'group relative flex min-h-10 items-start gap-1.5 py-1.5 pr-2 text-sm -outline-offset-2 select-none',
        chosen ? 'bg-active' : 'hover:bg-hover',
        drag?.id === id && 'opacity-40',
        target?.ok && target.zone === 'into' && 'bg-green-soft ring-2 ring-green ring-inset',
        target && !target.ok && target.why && 'bg-red-soft ring-2 ring-red ring-inset',
      )}
      style={{ paddingLeft: 6 + (row.level - 1) * 22 }}
    >
      {target?.ok && target.zone !== 'into' && <span aria-hidden className={cn('absolute right-2 left-2 h-0.5 rounded-full bg-green', target.zone === 'before' ? '-top-px' : '-bottom-px')} style={{ left: 12 + (row.level - 1) * 22 }} />}
      {Array.from({ length: row.level - 1 }, (_, i) => <span key={i} aria-hidden className="absolute top-0 bottom-0 w-px bg-line" style={{ left: 20 + i * 22 }} />)}
      {row.open === undefined ? <span aria-hidden className="size-6 shrink-0 max-md:w-4" /> : (
        <button type="button" tabIndex={-1} aria-hidden onClick={() => scene.setOpen(id, !row.open)} className="relative z-10 grid size-6 shrink-0 place-items-center rounded-sm text-fg-3 hover:bg-hover">
          <ChevronRight aria-hidden className={cn('size-3.5 transition-transform', row.open && 'rotate-90')} />
        </button>
      )}
      <span className={cn('mt-1 shrink-0 text-fg-3', row.variantOf && 'opacity-70')}>{row.variantOf ? <Languages aria-hidden className="size-4 stroke-[1.75]" /> : <KindIcon kind={kind} />}</span>
      <div className="min-w-0 flex-1">
        {scene.editing === id ? (
          <WordsField label={`Words of ${titleOf(node)}`} words={titleOf(node)} onSave={async w => {
            const done = await edits.rename(node, w);
            if (done) scene.edit(null);
            return done;
          }} onCancel={() => scene.edit(null)} />
        ) : (
          <p lang={String((wording?.entry ?? node.entry).language ?? 'en')} className={cn('py-0.5 break-words', strong && 'font-medium', dim && 'text-fg-3')}>{words}</p>
        )}
        <div className="flex flex-wrap items-center gap-x-1.5 gap-y-1 text-2xs text-fg-3">
          <span>{edits.label(kind)}</span>
          {whom.map(w => <Badge key={w} tone="accent" className="h-[18px]">{w}</Badge>)}
          {wording && wording.entry.id !== id && <Badge tone="accent" className="h-[18px]" title={wording.why.join(' ')}>Read in another wording</Badge>}
          {reading && !row.variantOf && !wording && <span>No live wording fits</span>}
          <StatusMark node={node} quiet />
          <Marks marks={marks} signs />
          {node.use.uses > 0 && <span className="num max-md:hidden">{useLine(node.use, format)}</span>}
        </div>
      </div>
      <span className="flex shrink-0 items-center">
        {movable && <span data-grip aria-hidden className="grid size-6 cursor-grab touch-none place-items-center rounded-sm text-fg-3 opacity-0 group-hover:opacity-100 max-md:size-9 pointer-coarse:opacity-100"><GripVertical className="size-3.5" /></span>}
        <span className={cn('opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100', chosen && 'opacity-100')}><NodeMenu scene={scene} node={node} variant={row.variantOf !== null} /></span>
      </span>
    </div>
  );
}

'use client';
import { GripVertical, Languages } from 'lucide-react';
import type { PointerEvent } from 'react';
import { Badge } from '@/components/ui/badge';
import { cn } from '@/lib/cn';
import { card, type Box } from './canvas-layout';
import { isProof, KindIcon, Marks, marksOf, spoken, StatusMark } from './node-look';
import { NodeMenu } from './node-menu';
import type { Scene } from './scene';
import { forWhom, kindOf, statusOf, titleOf } from './tree-model';
import type { Drag } from './use-drag';
import { WordsField } from './words-field';

interface CanvasCardProps {
  scene: Scene;
  box: Box;
  stop: boolean;
  drag: Drag | null;
  onDragStart: (id: string, e: PointerEvent) => void;
}

export function CanvasCard({ scene, box, stop, drag, onDragStart }: CanvasCardProps) {
  const { node, id } = box;
  const { edits, may, reading } = scene;
  const kind = kindOf(node);
  const marks = marksOf(node, isProof(node, edits.kinds));
  const whom = forWhom(node, scene.languageName);
  const wording = reading?.get(id);
  const chosen = scene.active === id;
  const target = drag?.target?.over === id ? drag.target : null;
  return (
    <div
      role="treeitem"
      data-node={id}
      tabIndex={stop ? 0 : -1}
      aria-level={box.level}
      aria-posinset={box.at + 1}
      aria-setsize={box.of}
      aria-selected={chosen}
      aria-label={spoken(node, edits.label(kind), marks, whom)}
      onFocus={e => e.target === e.currentTarget && !chosen && scene.choose(id)}
      onClick={e => !(e.target as Element).closest('button, textarea, [popover]') && scene.choose(id, true)}
      onDoubleClick={() => may && scene.edit(id)}
      onPointerDown={e => {
        const grip = (e.target as Element).closest('[data-grip]');
        if (may && (grip || (e.pointerType === 'mouse' && !(e.target as Element).closest('button, textarea, [popover]')))) onDragStart(id, e);
      }}
      className={cn(
        'group absolute flex cursor-default flex-col rounded-xl border bg-raised p-2.5 shadow-e1 select-none hover:shadow-e2',
        statusOf(node) === 'live' ? 'border-line' : 'border-dashed border-line-strong',
        chosen && 'border-solid border-accent shadow-e2',
        kind === 'headline' && !chosen && 'border-line-strong',
        drag?.id === id && 'opacity-40',
        reading && !wording && 'bg-subtle text-fg-3 shadow-none',
        scene.editing === id && 'z-20',
        target?.ok && 'ring-2 ring-green',
        target && !target.ok && target.why && 'ring-2 ring-red',
      )}
      style={{ left: box.x, top: box.y, width: card.width, minHeight: card.height, height: scene.editing === id ? 'auto' : card.height }}
    >
      {target?.ok && target.zone !== 'into' && <span aria-hidden className={cn('absolute inset-x-2 h-0.5 rounded-full bg-green', target.zone === 'before' ? '-top-2' : '-bottom-2')} />}
      <div className="flex h-5 items-center gap-1.5 text-2xs text-fg-3">
        <KindIcon kind={kind} className="size-3.5" />
        <span className="min-w-0 flex-1 truncate">{edits.label(kind)}</span>
        {node.variants.length > 0 && <span className="num flex items-center gap-0.5" title={`${node.variants.length} other wordings`}><Languages aria-hidden className="size-3.5" />{node.variants.length}</span>}
        {may && <span data-grip aria-hidden className="hidden size-6 touch-none place-items-center pointer-coarse:grid"><GripVertical className="size-3.5" /></span>}
        <span className="-mr-1 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100"><NodeMenu scene={scene} node={node} variant={false} /></span>
      </div>
      {scene.editing === id ? (
        <WordsField label={`Words of ${titleOf(node)}`} words={titleOf(node)} onSave={async w => {
          const done = await edits.rename(node, w);
          if (done) scene.edit(null);
          return done;
        }} onCancel={() => scene.edit(null)} />
      ) : (
        <p lang={String((wording?.entry ?? node.entry).language ?? 'en')} title={wording?.entry.title ?? titleOf(node)} className={cn('line-clamp-2 text-sm leading-[18px] break-words', (kind === 'headline' || kind === 'value_prop') && 'font-medium')}>
          {wording?.entry.title ?? titleOf(node)}
        </p>
      )}
      <div className="mt-auto flex h-5 items-center gap-1 overflow-hidden pt-0.5">
        <StatusMark node={node} quiet />
        {whom.map(w => <Badge key={w} tone="accent">{w}</Badge>)}
        <Marks marks={marks} signs />
      </div>
    </div>
  );
}

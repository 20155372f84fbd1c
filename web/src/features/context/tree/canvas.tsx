'use client';
import { Maximize, Minus, Plus } from 'lucide-react';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/lib/cn';
import { CanvasCard } from './canvas-card';
import { beside, card, fit, layoutOf, reveal, zoomAt, type View } from './canvas-layout';
import { DragGhost } from './drag-ghost';
import { addingLabel, commonKeys, type Scene } from './scene';
import { useDrag } from './use-drag';
import { WordsField } from './words-field';

/** Below this the words of a card are hard to read, so a first look is never smaller. */
const readable = 0.8;

/** The tree as a map, from the founding story on the left to the facts on the right. */
export function Canvas({ scene }: { scene: Scene }) {
  const { edits, active, adding } = scene;
  const layout = useMemo(() => layoutOf(scene.tree.nodes), [scene.tree.nodes]);
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<View>({ x: 24, y: 24, scale: 1 });
  const touches = useRef(new Map<number, { x: number; y: number }>());
  const { drag, start } = useDrag({ index: edits.index, kinds: edits.kinds, onDrop: (id, spot) => void edits.move(id, spot), onRefused: why => edits.say(`Not moved. ${why}`) });
  const size = useCallback(() => ({ width: box.current?.clientWidth ?? 800, height: box.current?.clientHeight ?? 600 }), []);
  const whole = useCallback(() => {
    const { width, height } = size();
    setView(fit(layout, width, height));
  }, [layout, size]);
  const zoom = useCallback((factor: number, x?: number, y?: number) => {
    const { width, height } = size();
    setView(now => zoomAt(now, factor, x ?? width / 2, y ?? height / 2));
  }, [size]);

  const first = useRef(true);
  useLayoutEffect(() => {
    if (!first.current) return;
    first.current = false;
    const { width, height } = size();
    const all = fit(layout, width, height);
    if (all.scale >= readable) return setView(all);
    const tall = layout.height * readable;
    setView({ scale: readable, x: 28, y: tall < height ? (height - tall) / 2 : 20 });
  }, [layout, size]);

  const show = useCallback((id: string) => {
    const found = layout.boxes.find(b => b.id === id);
    const { width, height } = size();
    if (found) setView(now => reveal(now, found, width, height));
  }, [layout, size]);
  useEffect(() => {
    if (active) show(active);
  }, [active, show]);

  // React listens passively, and then the page would scroll and zoom as well.
  useEffect(() => {
    const el = box.current;
    if (!el) return;
    const onWheel = (e: WheelEvent) => {
      e.preventDefault();
      const at = el.getBoundingClientRect();
      if (e.ctrlKey || e.metaKey) zoom(Math.exp(-e.deltaY * 0.01), e.clientX - at.left, e.clientY - at.top);
      else setView(now => ({ ...now, x: now.x - e.deltaX, y: now.y - e.deltaY }));
    };
    el.addEventListener('wheel', onWheel, { passive: false });
    return () => el.removeEventListener('wheel', onWheel);
  }, [zoom]);

  const onPointerDown = (e: PointerEvent) => {
    const target = e.target as Element;
    if (target.closest('button, textarea, [popover], [data-grip]') || (e.pointerType === 'mouse' && (e.button !== 0 || target.closest('[data-node]')))) return;
    touches.current.set(e.pointerId, { x: e.clientX, y: e.clientY });
    box.current?.setPointerCapture?.(e.pointerId);
  };
  const onPointerMove = (e: PointerEvent) => {
    const before = touches.current.get(e.pointerId);
    if (!before) return;
    const others = [...touches.current.entries()].filter(([id]) => id !== e.pointerId).map(([, p]) => p);
    touches.current.set(e.pointerId, { x: e.clientX, y: e.clientY });
    const [other] = others;
    const area = box.current?.getBoundingClientRect();
    if (other && area) {
      const far = (p: { x: number; y: number }) => Math.hypot(p.x - other.x, p.y - other.y);
      zoom(far({ x: e.clientX, y: e.clientY }) / Math.max(1, far(before)), (e.clientX + other.x) / 2 - area.left, (e.clientY + other.y) / 2 - area.top);
    } else {
      setView(now => ({ ...now, x: now.x + e.clientX - before.x, y: now.y + e.clientY - before.y }));
    }
  };
  const onPointerEnd = (e: PointerEvent) => touches.current.delete(e.pointerId);

  const onKeyDown = (e: KeyboardEvent) => {
    if (e.defaultPrevented || !(e.target as Element).matches('[role=treeitem]')) return;
    if (commonKeys(scene, e)) return e.preventDefault();
    if (e.altKey || e.ctrlKey || e.metaKey) return;
    const acts: Record<string, () => void> = {
      '+': () => zoom(1.2), '=': () => zoom(1.2), '-': () => zoom(1 / 1.2), 0: whole,
      Home: () => layout.boxes[0] && scene.choose(layout.boxes[0].id, true),
      End: () => { const last = layout.boxes.at(-1); if (last) scene.choose(last.id, true); },
    };
    const to = e.key.startsWith('Arrow') && active ? beside(layout.boxes, active, e.key) : null;
    const act = to ? () => scene.choose(to, true) : acts[e.key];
    if (!act) return;
    e.preventDefault();
    act();
  };

  const stop = layout.boxes.some(b => b.id === active) ? active : (layout.boxes[0]?.id ?? null);
  const near = adding?.spot.parent ?? adding?.spot.after ?? null;
  const host = layout.boxes.find(b => b.id === near);
  return (
    <div className={cn('relative min-h-0 flex-1', scene.active && 'max-lg:h-[62dvh] max-lg:flex-none')}>
      <div
        ref={box}
        className="absolute inset-0 cursor-grab touch-none overflow-hidden bg-canvas active:cursor-grabbing"
        style={{ backgroundImage: 'radial-gradient(var(--line) 1px, transparent 1px)', backgroundSize: `${22 * view.scale}px ${22 * view.scale}px`, backgroundPosition: `${view.x}px ${view.y}px` }}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerEnd}
        onPointerCancel={onPointerEnd}
      >
        <div className="absolute top-0 left-0 origin-top-left" style={{ transform: `translate(${view.x}px, ${view.y}px) scale(${view.scale})`, width: layout.width, height: layout.height }}>
          <svg aria-hidden className="absolute inset-0 overflow-visible" width={layout.width} height={layout.height}>
            {layout.edges.map(e => <path key={`${e.from}-${e.to}`} d={e.path} fill="none" strokeWidth={1.5} strokeDasharray={e.story ? '4 4' : undefined} className={cn(e.from === active || e.to === active ? 'stroke-accent' : 'stroke-line-strong')} />)}
          </svg>
          {layout.columns.map(c => <p key={c.label} aria-hidden className="absolute top-0 text-xs font-medium text-fg-3" style={{ left: c.x, width: card.width }}>{c.label}</p>)}
          <div role="tree" aria-label="Messages" aria-describedby="tree-keys" onKeyDown={onKeyDown}>
            {layout.boxes.map(b => <CanvasCard key={b.id} scene={scene} box={b} stop={b.id === stop} drag={drag} onDragStart={start} />)}
          </div>
          {adding && (
            <div className="absolute z-20 rounded-xl border border-accent bg-raised p-2.5 shadow-e3" style={{ width: card.width + 40, left: host ? host.x + (adding.spot.parent === near ? card.width + 20 : 0) : 0, top: host ? host.y + (adding.spot.parent === near ? 0 : card.height + 6) : layout.height + 20 }}>
              <p className="mb-1 text-2xs text-fg-3">{addingLabel(scene, adding)}</p>
              <WordsField label={addingLabel(scene, adding)} words="" onSave={scene.finishAdding} onCancel={() => scene.add(null)} />
            </div>
          )}
        </div>
      </div>
      <p id="tree-keys" className="sr-only">Arrows go from card to card, plus and minus zoom, 0 shows the whole. {scene.may && 'Enter edits, Alt with arrows moves.'}</p>
      <div className="absolute right-3 bottom-3 flex items-center gap-0.5 rounded-lg border border-line bg-raised p-0.5 shadow-e2">
        <Button variant="ghost" size="icon" aria-label="Zoom out" onClick={() => zoom(1 / 1.2)}><Minus /></Button>
        <span className="num w-11 text-center text-2xs text-fg-2" aria-live="off">{Math.round(view.scale * 100)} %</span>
        <Button variant="ghost" size="icon" aria-label="Zoom in" onClick={() => zoom(1.2)}><Plus /></Button>
        <Button variant="ghost" size="icon" aria-label="Show the whole tree" title="Show the whole tree (0)" onClick={whole}><Maximize /></Button>
      </div>
      {drag && <DragGhost drag={drag} index={edits.index} />}
    </div>
  );
}

'use client';
import { useEffect, useRef, useState, type PointerEvent as ReactPointerEvent } from 'react';

const threshold = 5;
const hold = 280;
const slack = 9;
const edge = 56;
const speed = 14;

export interface Dragged {
  id: string;
  x: number;
  y: number;
  width: number;
  /** The column under the pointer, by its place. */
  over: number | null;
}

interface Start {
  id: string;
  x: number;
  y: number;
  dx: number;
  dy: number;
  width: number;
  timer?: ReturnType<typeof setTimeout>;
}

const columnAt = (x: number, y: number) => {
  const place = document.elementFromPoint(x, y)?.closest('[data-board-column]')?.getAttribute('data-board-column');
  return place == null ? null : Number(place);
};

/** Carries a card by mouse, or by finger after a short hold, so that a finger that only scrolls still scrolls. */
export function useDrag(enabled: boolean, onDrop: (id: string, column: number) => void) {
  // State and not a ref: the board is put up when its cards have come, and is listened to from then on.
  const [board, setBoard] = useState<HTMLDivElement | null>(null);
  const finger = useRef({ x: 0, y: 0 });
  const start = useRef<Start | null>(null);
  const now = useRef<Dragged | null>(null);
  const justDropped = useRef(false);
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const drop = useRef(onDrop);
  useEffect(() => {
    drop.current = onDrop;
  });

  useEffect(() => {
    if (!board) return;
    const show = (next: Dragged | null) => {
      now.current = next;
      setDragged(next);
    };
    const lift = (x: number, y: number) => {
      const s = start.current;
      if (s) show({ id: s.id, x: x - s.dx, y: y - s.dy, width: s.width, over: columnAt(x, y) });
    };
    const end = (commit: boolean) => {
      clearTimeout(start.current?.timer);
      const last = now.current;
      start.current = null;
      if (!last) return;
      show(null);
      justDropped.current = true;
      setTimeout(() => (justDropped.current = false));
      if (commit && last.over !== null) drop.current(last.id, last.over);
    };
    const onMove = (e: PointerEvent) => {
      const s = start.current;
      if (!s) return;
      const far = Math.hypot(e.clientX - s.x, e.clientY - s.y);
      finger.current = { x: e.clientX, y: e.clientY };
      if (now.current) return lift(e.clientX, e.clientY);
      if (e.pointerType === 'mouse' && far > threshold) lift(e.clientX, e.clientY);
      else if (e.pointerType !== 'mouse' && far > slack) end(false);
    };
    const onUp = () => end(true);
    const onCancel = () => end(false);
    const onKey = (e: KeyboardEvent) => {
      if (e.key !== 'Escape' || !now.current) return;
      e.preventDefault();
      end(false);
    };
    // Only a listener that is not passive may keep the page from scrolling under a carried card.
    const onTouch = (e: TouchEvent) => now.current && e.preventDefault();
    // A held finger would open the menu of the link under it.
    const onMenu = (e: Event) => start.current?.timer && e.preventDefault();
    board.addEventListener('contextmenu', onMenu);
    addEventListener('pointermove', onMove);
    addEventListener('pointerup', onUp);
    addEventListener('pointercancel', onCancel);
    addEventListener('keydown', onKey, true);
    board.addEventListener('touchmove', onTouch, { passive: false });
    return () => {
      removeEventListener('pointermove', onMove);
      removeEventListener('pointerup', onUp);
      removeEventListener('pointercancel', onCancel);
      removeEventListener('keydown', onKey, true);
      board.removeEventListener('touchmove', onTouch);
      board.removeEventListener('contextmenu', onMenu);
    };
  }, [board]);

  const carrying = dragged !== null;
  useEffect(() => {
    if (!carrying || !board) return;
    let frame = 0;
    // A card picked up near the edge stays there until it is carried.
    let carried = false;
    const from = finger.current;
    const scroll = () => {
      const { x, y } = finger.current;
      carried ||= Math.hypot(x - from.x, y - from.y) > slack;
      const box = board.getBoundingClientRect();
      const by = !carried ? 0 : x > box.right - edge ? speed : x < box.left + edge ? -speed : 0;
      const before = board.scrollLeft;
      if (by) board.scrollLeft += by;
      const over = board.scrollLeft === before ? now.current?.over : columnAt(x, y);
      if (now.current && over !== undefined && over !== now.current.over) {
        now.current = { ...now.current, over };
        setDragged(now.current);
      }
      frame = requestAnimationFrame(scroll);
    };
    frame = requestAnimationFrame(scroll);
    return () => cancelAnimationFrame(frame);
  }, [carrying, board]);

  const onPointerDown = (id: string) => (e: ReactPointerEvent<HTMLElement>) => {
    if (!enabled || e.button !== 0) return;
    const box = e.currentTarget.getBoundingClientRect();
    const s: Start = { id, x: e.clientX, y: e.clientY, dx: e.clientX - box.left, dy: e.clientY - box.top, width: box.width };
    start.current = s;
    finger.current = { x: s.x, y: s.y };
    if (e.pointerType === 'mouse') return;
    s.timer = setTimeout(() => {
      if (start.current !== s) return;
      navigator.vibrate?.(8);
      const next = { id, x: s.x - s.dx, y: s.y - s.dy, width: s.width, over: columnAt(s.x, s.y) };
      now.current = next;
      setDragged(next);
    }, hold);
  };
  return { setBoard, dragged, onPointerDown, wasDrag: () => justDropped.current || now.current !== null };
}

'use client';
import { CircleCheck, CircleSlash, RotateCcw, TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';

const endings: Record<string, { icon: typeof CircleCheck; title: string; tone: string }> = {
  done: { icon: CircleCheck, title: 'Imported', tone: 'text-green-text' },
  cancelled: { icon: CircleSlash, title: 'Cancelled', tone: 'text-fg-3' },
  failed: { icon: TriangleAlert, title: 'This import did not finish', tone: 'text-red-text' },
  undone: { icon: RotateCcw, title: 'Undone', tone: 'text-fg-3' },
};

/** How an import ended. */
export function EndingTitle({ status }: { status: string }) {
  const box = useRef<HTMLHeadingElement>(null);
  const before = useRef(status);
  // The button that undid it is gone: the focus goes to what is new.
  useEffect(() => {
    if (before.current !== status) box.current?.focus();
    before.current = status;
  }, [status]);
  const ending = endings[status] ?? { icon: CircleCheck, title: 'Imported', tone: 'text-green-text' };
  return (
    <>
      <h2 ref={box} tabIndex={-1} className="flex items-center gap-2 text-sm font-semibold outline-none"><ending.icon aria-hidden className={`size-4 stroke-[1.75] ${ending.tone}`} />{ending.title}</h2>
      {status === 'undone' && <p className="mt-1 text-sm text-fg-2">What it had written is taken back. It was:</p>}
    </>
  );
}

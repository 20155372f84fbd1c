'use client';
import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { Button } from '@/components/ui/button';
import { Dot } from '@/components/ui/badge';
import { ErrorState } from '@/components/ui/states';
import { Skeleton } from '@/components/ui/skeleton';
import { cn } from '@/lib/cn';
import { today, type Formats } from '@/lib/format';
import type { BoardColumn, Measured } from '@/lib/lists-api';
import { fieldOf, type FieldType, type RecordType } from '@/lib/meta';
import { recordPath } from '@/lib/record-routes';
import type { AnyRecord } from '@/lib/records-api';
import { titleOf } from '@/lib/record-title';
import { can, useSession } from '@/lib/session';
import { toneOf } from '@/lib/tone';
import { refsOf } from '../field/references';
import { boardFields } from '../layout-fields';
import { measuredText, shortTotal } from '../list/groups';
import type { View } from '../view';
import { CardFace, cardFields, cardTitle } from './card';
import { useBoard } from './use-board';
import { useDrag } from './use-drag';

interface BoardProps {
  type: RecordType;
  view: View;
  format: Formats;
  people: Map<string, string>;
  /** Opens the form for a new record that begins in a column. */
  onCreate?: (preset: Record<string, string>) => void;
}

export function Board(props: BoardProps) {
  const field = fieldOf(props.type, props.view.by ?? '') ?? boardFields(props.type)[0];
  if (!field) return <ErrorState error={new Error('These records have no field whose values could be columns.')} />;
  return <Columns key={field.name} field={field} {...props} />;
}

/** A card in the air: by keyboard it stands in the column it would fall into. */
interface Lifted {
  id: string;
  to: number;
}

const cardId = (id: string) => `card-${id}`;

function Columns({ type, view, field, format, people, onCreate }: BoardProps & { field: FieldType }) {
  const router = useRouter();
  const session = useSession().data;
  const fields = cardFields(type, field);
  const { found, columns, move, loadMore } = useBoard(type, view, field, fields.money);
  const [lifted, setLifted] = useState<Lifted | null>(null);
  const [said, say] = useState('');
  const [focus, setFocus] = useState<string | null>(null);
  const help = useId();
  const mayMove = !field.read_only && can(session, `${type.name}.update`);
  const shown = columns?.filter(c => c.value !== null || c.count > 0 || c.data.length > 0);
  const find = (id: string) => {
    const column = shown?.findIndex(c => c.data.some(r => r.id === id)) ?? -1;
    return { column, card: shown?.[column]?.data.find(r => r.id === id) };
  };
  const drop = (id: string, to: number) => {
    const { column, card } = find(id);
    const target = shown?.[to];
    if (!card || !target || column === to) return;
    void move(card, target).then(ok => say(ok ? `${titleOf(card)} dropped in ${target.label}.` : `${titleOf(card)} went back to ${shown?.[column]?.label ?? 'its column'}.`));
  };
  const { setBoard, dragged, onPointerDown, wasDrag } = useDrag(mayMove, drop);
  useEffect(() => {
    if (focus) document.getElementById(cardId(focus))?.focus();
  }, [focus, lifted, columns]);

  const onKey = (card: AnyRecord) => (e: KeyboardEvent) => {
    if (e.metaKey || e.ctrlKey || e.altKey || !shown) return;
    const act = keyAction(e.key, card, shown, lifted);
    if (!act) return;
    if (act.kind !== 'ignore' && !(act.kind === 'lift' && !mayMove)) e.preventDefault();
    e.stopPropagation();
    switch (act.kind) {
      case 'lift':
        if (!mayMove) return say(`${field.label} cannot be changed here.`);
        setLifted({ id: card.id, to: act.to });
        setFocus(card.id);
        return say(`${titleOf(card)} picked up in ${shown[act.to]?.label}. Left and right move it, space drops it, Escape puts it back.`);
      case 'carry':
        setLifted({ id: card.id, to: act.to });
        setFocus(card.id);
        return say(`${shown[act.to]?.label}, column ${act.to + 1} of ${shown.length}.`);
      case 'drop':
        setLifted(null);
        setFocus(card.id);
        if (act.to === find(card.id).column) return say(`${titleOf(card)} stays in ${shown[act.to]?.label}.`);
        return drop(card.id, act.to);
      case 'cancel':
        setLifted(null);
        setFocus(card.id);
        return say(`${titleOf(card)} is back in ${shown[find(card.id).column]?.label}.`);
      case 'go':
        return setFocus(act.id);
      case 'ignore':
    }
  };

  if (found.error && !found.data) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  if (!shown) return <Waiting />;
  const carried = dragged && find(dragged.id).card;
  const airborne = lifted ? find(lifted.id).card : undefined;
  const now = today(format.timeZone);
  const face = { type, fields, format, people, today: now };
  return (
    <>
      <p id={help} hidden>{mayMove ? 'Space picks the card up, arrows move between cards, Enter opens it.' : 'Arrows move between cards, Enter opens one.'}</p>
      <p role="status" aria-live="assertive" className="sr-only">{said}</p>
      <div ref={setBoard} role="group" aria-label={`Board by ${field.label}`} tabIndex={0} className={cn('flex min-h-0 flex-1 items-start gap-3 overflow-auto p-4 -outline-offset-2 max-md:scroll-px-3 max-md:p-3', !dragged && 'max-md:snap-x max-md:snap-proximity')}>
        {shown.map((column, i) => (
          <section
            key={String(column.value)}
            data-board-column={i}
            data-over={dragged?.over === i || undefined}
            aria-label={`${column.label}, ${column.count}`}
            className={cn(
              'flex max-h-full w-[270px] shrink-0 snap-start flex-col rounded-xl bg-subtle transition-shadow max-md:w-[82vw]',
              (dragged?.over === i || lifted?.to === i) && 'shadow-[inset_0_0_0_2px_var(--accent)]',
            )}
          >
            <Head column={column} total={fields.money && column.totals[`sum(${fields.money.name})`]} format={format} />
            <ul className="flex min-h-2 flex-col gap-1.5 overflow-y-auto px-1.5 pb-1" aria-label={column.label}>
              {cardsOf(column, i, lifted, airborne).map(card => (
                <Card
                  key={card.id}
                  {...face}
                  record={card}
                  help={help}
                  lifted={lifted?.id === card.id}
                  faded={dragged?.id === card.id}
                  grab={mayMove}
                  onPointerDown={onPointerDown(card.id)}
                  onKeyDown={onKey(card)}
                  onBlur={() => setFocus(f => (f === card.id && !lifted ? null : f))}
                  onOpen={e => {
                    if (e.metaKey || e.ctrlKey || e.shiftKey) return;
                    e.preventDefault();
                    if (!wasDrag()) router.push(recordPath(type.name, card.id, type.plural));
                  }}
                />
              ))}
            </ul>
            <Foot column={column} format={format} onMore={() => loadMore(column)} label={type.label.toLowerCase()} onCreate={onCreate && !field.read_only && column.value !== null ? () => onCreate({ [field.name]: String(column.value) }) : undefined} />
          </section>
        ))}
      </div>
      {dragged && carried && (
        <div aria-hidden data-carried className="pointer-events-none fixed left-0 top-0 z-50 flex rotate-1 flex-col gap-1.5 rounded-lg border border-line bg-raised p-3 shadow-e3" style={{ width: dragged.width, transform: `translate(${dragged.x}px, ${dragged.y}px) rotate(1deg)` }}>
          <CardFace {...face} record={carried} title={<span className="truncate text-sm font-medium">{cardTitle(carried, type, fields.account && refsOf(carried, fields.account.name)[0]?.title)}</span>} />
        </div>
      )}
    </>
  );
}

type KeyAction = { kind: 'lift' | 'carry' | 'drop'; to: number } | { kind: 'cancel' } | { kind: 'ignore' } | { kind: 'go'; id: string };

/** What a key means to the card that has the focus; null for keys that are not the board's. */
export function keyAction(key: string, card: AnyRecord, columns: BoardColumn[], lifted: Lifted | null): KeyAction | null {
  const at = columns.findIndex(c => c.data.some(r => r.id === card.id));
  if (lifted?.id === card.id) {
    const to = { ArrowLeft: lifted.to - 1, ArrowRight: lifted.to + 1, Home: 0, End: columns.length - 1 }[key];
    if (to !== undefined) return columns[to] ? { kind: 'carry', to } : { kind: 'ignore' };
    if (key === ' ' || key === 'Enter') return { kind: 'drop', to: lifted.to };
    if (key === 'Escape' || key === 'Tab') return { kind: 'cancel' };
    return { kind: 'ignore' };
  }
  if (key === ' ') return { kind: 'lift', to: at };
  const row = columns[at]?.data.findIndex(r => r.id === card.id) ?? 0;
  const step = { ArrowUp: -1, ArrowDown: 1, k: -1, j: 1 }[key];
  if (step !== undefined) {
    const next = columns[at]?.data[row + step];
    return next ? { kind: 'go', id: next.id } : { kind: 'ignore' };
  }
  const side = { ArrowLeft: -1, ArrowRight: 1, h: -1, l: 1 }[key];
  if (side === undefined) return null;
  for (let i = at + side; columns[i]; i += side) {
    const data = columns[i]?.data ?? [];
    const next = data[Math.min(row, data.length - 1)];
    if (next) return { kind: 'go', id: next.id };
  }
  return { kind: 'ignore' };
}

/** A card carried by keyboard is drawn where it would fall. */
function cardsOf(column: BoardColumn, at: number, lifted: Lifted | null, airborne: AnyRecord | undefined): AnyRecord[] {
  if (!lifted || !airborne) return column.data;
  const rest = column.data.filter(r => r.id !== airborne.id);
  return lifted.to === at && rest.length === column.data.length ? [airborne, ...rest] : lifted.to === at ? column.data : rest;
}

function Head({ column, total, format }: { column: BoardColumn; total?: Measured; format: Formats }) {
  return (
    <h2 className="flex h-10 shrink-0 items-center gap-2 px-3 text-sm font-semibold">
      <Dot tone={toneOf(column.tone)} className="size-2" />
      <span className="truncate">{column.label}</span>
      <span className="num font-normal text-fg-3">{format.number(column.count)}</span>
      {total && <span title={measuredText(format, total)} className="num ml-auto shrink-0 text-xs font-normal text-fg-2">{shortTotal(format, total)}</span>}
    </h2>
  );
}

function Foot({ column, format, label, onMore, onCreate }: { column: BoardColumn; format: Formats; label: string; onMore: () => Promise<void>; onCreate?: () => void }) {
  const [busy, setBusy] = useState(false);
  return (
    <div className="flex shrink-0 flex-col px-1.5 pb-1.5">
      {column.next_cursor && (
        <Button variant="ghost" busy={busy} className="justify-start" onClick={() => { setBusy(true); void onMore().finally(() => setBusy(false)); }}>
          Show more of {format.number(column.count)}
        </Button>
      )}
      {onCreate && <Button variant="ghost" className="justify-start" aria-label={`Add ${label} in ${column.label}`} onClick={onCreate}><Plus />Add {label}</Button>}
    </div>
  );
}

interface CardProps extends Omit<React.ComponentProps<typeof CardFace>, 'title'> {
  help: string;
  lifted: boolean;
  faded: boolean;
  grab: boolean;
  onPointerDown: (e: React.PointerEvent<HTMLElement>) => void;
  onKeyDown: (e: KeyboardEvent) => void;
  onBlur: () => void;
  onOpen: (e: React.MouseEvent) => void;
}

function Card({ help, lifted, faded, grab, onPointerDown, onKeyDown, onBlur, onOpen, ...face }: CardProps) {
  const { type, record, fields } = face;
  const box = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (lifted) box.current?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  }, [lifted]);
  return (
    <li
      ref={box}
      onPointerDown={onPointerDown}
      onContextMenu={e => faded && e.preventDefault()}
      className={cn(
        'relative flex flex-col gap-1.5 rounded-lg border border-line bg-raised p-3 shadow-e1 select-none [-webkit-touch-callout:none] hover:border-line-strong hover:shadow-e2 [contain-intrinsic-size:auto_96px] [content-visibility:auto]',
        grab && 'cursor-grab',
        lifted && 'border-accent shadow-e3',
        faded && 'opacity-35',
      )}
    >
      <CardFace
        {...face}
        title={
          <a
            id={cardId(record.id)}
            href={recordPath(type.name, record.id, type.plural)}
            draggable={false}
            aria-describedby={help}
            onClick={onOpen}
            onKeyDown={onKeyDown}
            onBlur={onBlur}
            className="truncate text-sm font-medium outline-none after:absolute after:inset-0 after:rounded-lg focus-visible:after:outline-2 focus-visible:after:outline-accent"
          >
            {cardTitle(record, type, fields.account && refsOf(record, fields.account.name)[0]?.title)}
          </a>
        }
      />
    </li>
  );
}

function Waiting() {
  return (
    <div role="status" aria-label="Loading" className="flex min-h-0 flex-1 items-start gap-3 overflow-hidden p-4">
      {[3, 2, 4, 1].map((cards, i) => (
        <div key={i} className="flex w-[270px] shrink-0 flex-col gap-1.5 rounded-xl bg-subtle p-1.5">
          <Skeleton className="m-3 w-1/2" />
          {Array.from({ length: cards }, (_, c) => <div key={c} className="flex h-24 flex-col justify-center gap-3 rounded-lg border border-line bg-raised p-3"><Skeleton className="w-2/3" /><Skeleton className="w-1/3" /></div>)}
        </div>
      ))}
    </div>
  );
}

'use client';
import { navigation } from '@/components/shell/nav-items';
import { Dialog, DialogBody } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';

const everywhere: [string, string[]][] = [
  ['Search and commands', ['⌘', 'K']],
  ['This list', ['?']],
];
const lists: [string, string[]][] = [
  ['Next and previous row', ['J', 'K']],
  ['Open', ['Enter']],
  ['Edit a cell, go on to the next', ['E', 'Tab']],
  ['Select', ['X']],
  ['Find', ['/']],
  ['Create', ['C']],
];
const boards: [string, string[]][] = [
  ['Between cards', ['←', '↑', '↓', '→']],
  ['Pick up and drop a card', ['Space']],
  ['Put it back', ['Esc']],
  ['Timeline: zoom, today', ['+', '-', 'T']],
];
const pairs: [string, string[]][] = [
  ['Next and previous pair', ['J', 'K']],
  ['The one that stays', ['1', '2']],
  ['Merge, not the same', ['M', 'X']],
  ['Take the last decision back', ['U']],
];
const chat: [string, string[]][] = [
  ['Send', ['Enter']],
  ['New line', ['Shift', 'Enter']],
  ['Answer a question', ['1', '…', '9']],
  ['Apply what waits', ['A']],
  ['Refuse what waits', ['R']],
  ['Open the entry quoted, copy it, why', ['O', 'Y', 'W']],
];

function Keys({ title, rows }: { title: string; rows: [string, string[]][] }) {
  return (
    <section className="min-w-0">
      <h3 className="pb-1 text-xs font-medium text-fg-3">{title}</h3>
      <dl>
        {rows.map(([name, combination]) => (
          <div key={name} className="flex h-8 items-center justify-between gap-3 border-b text-sm last:border-0">
            <dt className="truncate">{name}</dt>
            <dd className="flex shrink-0 gap-1">{combination.map(k => <Kbd key={k}>{k}</Kbd>)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function ShortcutsHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const pages = navigation.flatMap(g => g.items).filter(i => i.key).map((i): [string, string[]] => [i.label, ['G', (i.key ?? '').toUpperCase()]]);
  return (
    <Dialog open={open} onClose={onClose} title="Keyboard shortcuts" className="w-[min(640px,calc(100vw-24px))]">
      <DialogBody className="grid grid-cols-2 gap-x-8 gap-y-5 max-md:grid-cols-1">
        <Keys title="Go to" rows={pages} />
        <div className="flex flex-col gap-5">
          <Keys title="Everywhere" rows={everywhere} />
          <Keys title="Lists" rows={lists} />
          <Keys title="Boards and timelines" rows={boards} />
          <Keys title="Duplicates" rows={pairs} />
          <Keys title="Chat and review" rows={chat} />
        </div>
      </DialogBody>
    </Dialog>
  );
}

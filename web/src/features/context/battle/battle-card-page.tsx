'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ChevronRight, Copy, ExternalLink, Printer, Share2, Swords } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { Link } from '@/components/link';
import { Button, buttonStyle } from '@/components/ui/button';
import { Menu, MenuItem } from '@/components/ui/menu';
import { Notice } from '@/components/ui/notice';
import { SkeletonRows } from '@/components/ui/skeleton';
import { EmptyState, ErrorState, NoPermission } from '@/components/ui/states';
import { toast } from '@/components/ui/toast';
import { useFormats } from '@/lib/format';
import { recordPath } from '@/lib/record-routes';
import { useRouteParams } from '@/lib/route';
import { can, useSession } from '@/lib/session';
import { useShortcuts } from '@/lib/shortcuts';
import { refreshContext, writeEntry } from '../context-api';
import type { Details } from '../entry/details';
import { tellOutcome } from '../entry/status-actions';
import { entryType } from '../names';
import type { Add } from './add-button';
import { Answers, Faqs, Messages } from './answers';
import { battle, battleKeys, type BattleCard } from './battle-api';
import { asMarkdown, isBlank, linesOf, same } from './battle-text';
import { RecordStrip } from './record-strip';
import { Mentions, Reasons, Said } from './said';
import { Written } from './written';

const EditCard = dynamic(() => import('./edit-card').then(m => m.EditCard), { ssr: false, loading: () => <SkeletonRows rows={4} /> });

/** What we know of one competitor: the written card beside what is on record. */
export function BattleCardPage() {
  const { id = '' } = useRouteParams('/context/battle/[id]');
  return <OneCard key={id} id={id} />;
}

async function copy(text: string, done: string) {
  try {
    await navigator.clipboard.writeText(text);
    toast.ok(done);
  } catch {
    toast.error(new Error('The browser did not allow to copy.'));
  }
}

function OneCard({ id }: { id: string }) {
  const client = useQueryClient();
  const format = useFormats();
  const session = useSession().data;
  const [editing, setEditing] = useState(false);
  const found = useQuery({ queryKey: battleKeys.one(id), queryFn: ({ signal }) => battle.get(id, signal) });
  const card = found.data;
  const own = session !== undefined && !session.viewing_as;
  const mayCreate = can(session, `${entryType}.create`) && own;
  const mayEdit = can(session, `${entryType}.update`) && own && Boolean(card?.card);
  const name = card?.competitor.title;
  useEffect(() => {
    if (name) document.title = `${name} · Battle card · Windrose`;
  }, [name]);
  const draft = useMutation({
    mutationFn: () => battle.draft(id),
    onSuccess: () => toast.ok('Kept as a draft. Put it right, then publish it.'),
    onError: toast.error,
    onSettled: () => refreshContext(client),
  });
  const add = useMutation({
    mutationFn: async ({ entry, part, text }: { entry: NonNullable<BattleCard['card']>; part: Parameters<Add>[0]; text: string }) => {
      const lines = linesOf(entry.details, part);
      if (lines.some(l => same(l, text))) return null;
      return writeEntry(entry.id, entry.version, { details: { ...(entry.details as Details | null), [part]: [...lines, text] } });
    },
    onSuccess: outcome => (outcome ? tellOutcome(outcome, 'Added to the card') : toast.ok('The card says that already')),
    onError: toast.error,
    onSettled: () => refreshContext(client),
  });
  const onAdd: Add | undefined = mayEdit && !editing ? (part, text) => card?.card && !add.isPending && add.mutate({ entry: card.card, part, text }) : undefined;
  useShortcuts({ e: () => setEditing(true) }, mayEdit && !editing);
  useShortcuts({ p: () => print() }, card !== undefined);
  if (session && (!can(session, 'competitor.read') || !can(session, `${entryType}.read`))) return <><Header /><NoPermission /></>;
  if (!card) return <><Header />{found.error ? <ErrorState error={found.error} retry={() => void found.refetch()} /> : <SkeletonRows />}</>;
  return (
    <>
      <Header name={card.competitor.title}>
        <Link href={recordPath('competitor', id)} className={buttonStyle({ className: 'max-sm:hidden' })}><ExternalLink />Competitor</Link>
        <Menu label="Share" align="end" trigger={<Button><Share2 />Share</Button>}>
          <MenuItem onSelect={() => print()}><Printer />Print or save as PDF</MenuItem>
          <MenuItem onSelect={() => void copy(asMarkdown(card, format), 'The card is copied')}><Copy />Copy as text</MenuItem>
          <MenuItem onSelect={() => void copy(location.href, 'The link is copied')}><Copy />Copy the link</MenuItem>
        </Menu>
      </Header>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex max-w-[1200px] flex-col gap-5 p-5 max-md:p-3.5 print:p-0">
          <div className="flex items-start gap-3">
            <span aria-hidden className="grid size-11 shrink-0 place-items-center rounded-[26%] bg-hover text-fg-2"><Swords className="size-[22px] stroke-[1.75]" /></span>
            <div className="min-w-0">
              <h1 className="text-xl font-semibold break-words">{card.competitor.title}</h1>
              {typeof card.competitor.description === 'string' && <p className="max-w-[80ch] text-sm text-fg-2">{card.competitor.description}</p>}
              <p className="hidden text-xs text-fg-3 print:block">Battle card, {format.instant(new Date().toISOString())}, as {session?.person.name} sees it</p>
            </div>
          </div>
          {!card.complete && <Notice>There is more on record than is read here: of objections, deals and interactions the newest are counted.</Notice>}
          {isBlank(card) ? <Nothing id={id} name={card.competitor.title} /> : (
            <>
              <RecordStrip id={id} card={card} />
              <div className="grid grid-cols-[minmax(0,5fr)_minmax(0,7fr)] items-start gap-5 max-lg:grid-cols-1 print:grid-cols-1">
                <div className="flex flex-col gap-5 lg:sticky lg:top-0 print:static">
                  {editing && card.card
                    ? <EditCard key={card.card.version} entry={card.card} onDone={() => setEditing(false)} />
                    : <Written card={card} onEdit={mayEdit ? () => setEditing(true) : undefined} onDraft={mayCreate ? () => draft.mutate() : undefined} drafting={draft.isPending} onAdd={onAdd} />}
                </div>
                <div className="flex min-w-0 flex-col gap-5">
                  <Said raised={card.raised} onAdd={onAdd} />
                  <Answers answers={card.answers} onAdd={onAdd} />
                  <Messages messages={card.messages} onAdd={onAdd} />
                  <Faqs faqs={card.faqs} />
                  <Reasons lines={card.lost.reasons} />
                  <Mentions mentions={card.mentions} />
                </div>
              </div>
            </>
          )}
        </div>
      </div>
    </>
  );
}

/** An empty card says what would fill it. */
function Nothing({ id, name }: { id: string; name: string }) {
  return (
    <EmptyState icon={Swords} title={`Nothing is on record about ${name}`} action={<Link href={recordPath('competitor', id)} className={buttonStyle({ variant: 'primary' })}>Open the competitor</Link>}>
      This card fills itself: from objections that name them, from deals in which they are asked for an offer, from how these end and why, from calls and mails in which they are named, and from what is noted as their strengths and weaknesses.
    </EmptyState>
  );
}

function Header({ name, children }: { name?: string; children?: React.ReactNode }) {
  return (
    <header className="flex h-11 shrink-0 items-center gap-2 border-b pl-4 pr-2.5 max-md:h-12 max-md:pl-12 print:hidden">
      <nav aria-label="Breadcrumb" className="flex min-w-0 items-center gap-1 text-sm">
        <Link href="/context" className="rounded-md px-1 text-fg-3 hover:text-fg max-md:hidden">Context</Link>
        <ChevronRight aria-hidden className="size-3.5 shrink-0 text-fg-3 max-md:hidden" />
        <Link href="/context/battle" className="shrink-0 rounded-md px-1 text-fg-3 hover:text-fg">Battle cards</Link>
        {name && <><ChevronRight aria-hidden className="size-3.5 shrink-0 text-fg-3" /><span className="truncate px-1 font-medium">{name}</span></>}
      </nav>
      <div className="ml-auto flex shrink-0 items-center gap-1.5">{children}</div>
    </header>
  );
}

'use client';
import { ExternalLink, History, Languages, Pencil, Plus, Trash2, Waypoints } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Link } from '@/components/link';
import { Badge } from '@/components/ui/badge';
import { Button, buttonStyle } from '@/components/ui/button';
import { SectionTitle } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { useFormats } from '@/lib/format';
import { recordPath } from '@/lib/record-routes';
import { claimText, type Details } from '../entry/details';
import { steps, type Status } from '../entry/status-actions';
import { entryType } from '../names';
import { isProof, KindIcon, Marks, marksOf, StatusMark } from './node-look';
import { below, type Scene } from './scene';
import type { TreeNode } from './tree-api';
import { forWhom, idOf, kindOf, kindsUnder, liveOf, statusOf, titleOf } from './tree-model';
import { UseFigures } from './use-figures';

const citations: Record<string, string> = { granted: 'Yes, the customer agreed', not_needed: 'Yes, nobody has to be asked', asked: 'Not yet: the customer has been asked', refused: 'No, the customer does not want it' };

/** Everything about the chosen message, and what can be done with it. */
export function NodePanel({ scene, node }: { scene: Scene; node: TreeNode }) {
  const format = useFormats();
  const [asking, setAsking] = useState<(typeof steps)[Status][number] | null>(null);
  const { edits, may } = scene;
  const id = idOf(node);
  const placed = edits.index.get(id);
  const kind = kindOf(node);
  const proof = isProof(node, edits.kinds);
  const marks = marksOf(node, proof);
  const whom = forWhom(node, scene.languageName);
  const path = recordPath(entryType, id);
  const details = (node.entry.details ?? {}) as Details;
  const claims = Array.isArray(details.claims) ? (details.claims as Details[]) : [];
  const under = placed?.variantOf ? [] : kindsUnder(scene.tree.kinds, kind);
  const fourth = kind === 'value_prop' && statusOf(node) !== 'live' && !placed?.variantOf && liveOf(edits.index, 'value_prop').length >= 3;
  const status = steps[statusOf(node) as Status] ?? [];
  const customer = node.entry._refs?.customer_id;
  const rows: [string, ReactNode][] = [
    ...(whom.length ? [['For', whom.join(', ')] as [string, ReactNode]] : []),
    ['Source', node.entry.source ? String(node.entry.source) : node.entry.source_url ? String(node.entry.source_url) : <span className={proof ? 'text-red-text' : 'text-fg-3'}>None</span>],
    ['Holds', <Holds key="h" from={node.entry.effective_from} to={node.entry.effective_to} format={format.date} />],
    ...(proof ? [['May be cited', citations[String(details.citation ?? '')] ?? <span key="c" className="text-amber-text">Nobody has written it down</span>] as [string, ReactNode]] : []),
    ...(customer && !Array.isArray(customer) ? [['Customer', customer.title] as [string, ReactNode]] : []),
    ['For eyes', String(node.entry.sensitivity ?? 'internal')],
  ];
  return (
    <div className="flex flex-col gap-4 p-4">
      <div>
        <div className="flex items-center gap-1.5 text-xs text-fg-3"><KindIcon kind={kind} />{edits.label(kind)}{placed?.variantOf && ' · other wording'}<span className="ml-auto"><StatusMark node={node} /></span></div>
        <h2 lang={String(node.entry.language ?? 'en')} className="mt-1.5 text-base leading-5 font-semibold break-words">{titleOf(node)}</h2>
        {marks.length > 0 && <div className="mt-2 flex flex-wrap gap-1"><Marks marks={marks} /></div>}
        {marks.some(m => m.code === 'outdated' || (m.code === 'expired' && node.use.out > 0)) && <Link href={`/context/outdated?entry=${id}`} className="mt-1.5 inline-block text-xs font-medium text-accent-text hover:underline">See where it is out</Link>}
      </div>
      {may && (
        <div className="flex flex-wrap gap-1.5">
          {status.map(s => (
            <Button key={s.to} size="xs" variant={s.primary ? 'primary' : 'outline'} disabled={edits.busy} onClick={() => (s.asks ? setAsking(s) : edits.setStatus(node, s.to, s.done))}>{s.icon}{s.label}</Button>
          ))}
        </div>
      )}
      {fourth && <p className="-mt-1 rounded-lg bg-amber-soft px-2.5 py-1.5 text-xs text-amber-text">Three value propositions are live already. Two or three are remembered best; a fourth can be published all the same.</p>}
      <dl className="grid grid-cols-[92px_minmax(0,1fr)] gap-x-2 gap-y-1.5 text-xs">
        {rows.map(([label, value]) => <div key={label} className="contents"><dt className="text-fg-3">{label}</dt><dd className="min-w-0 break-words text-fg">{value}</dd></div>)}
        {claims.length > 0 && <div className="contents"><dt className="text-fg-3">Figures</dt><dd className="flex min-w-0 flex-col gap-0.5">{claims.map((c, i) => <span key={i} className="num">{claimText(c)}</span>)}</dd></div>}
      </dl>
      <section>
        <SectionTitle>Use</SectionTitle>
        {node.use.uses === 0 ? <p className="text-xs text-fg-3">Not used yet. Mails, calls and meetings that say it count by themselves.</p> : <UseFigures use={node.use} how={scene.tree.how_use_is_counted} columns="grid-cols-2" />}
      </section>
      {!placed?.variantOf && (
        <section>
          <SectionTitle aside={may && <Button data-edge variant="ghost" size="xs" onClick={() => scene.addWording(node)}><Plus />Wording</Button>}>Other wordings</SectionTitle>
          {node.variants.length === 0 ? <p className="text-xs text-fg-3">None. A wording is for a language, segment or channel.</p> : (
            <ul className="flex flex-col gap-1">
              {node.variants.map(v => (
                <li key={idOf(v)}>
                  <button type="button" onClick={() => { scene.setOpen(id, true); scene.choose(idOf(v)); }} className="flex w-full items-start gap-2 rounded-lg border border-line px-2 py-1.5 text-left text-xs hover:bg-subtle">
                    <Languages aria-hidden className="mt-0.5 size-3.5 shrink-0 text-fg-3" />
                    <span className="min-w-0 flex-1"><span lang={String(v.entry.language ?? 'en')} className="block">{titleOf(v)}</span><span className="mt-1 flex flex-wrap gap-1">{forWhom(v, scene.languageName).map(w => <Badge key={w} tone="accent">{w}</Badge>)}<StatusMark node={v} quiet /></span></span>
                  </button>
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
      {may && under.length > 0 && (
        <section>
          <SectionTitle>Add under it</SectionTitle>
          <div className="flex flex-wrap gap-1.5">{under.map(k => <Button key={k.kind} size="xs" onClick={() => { scene.setOpen(id, true); scene.add(below(scene, id, k.kind)); }}><KindIcon kind={k.kind} />{k.label}</Button>)}</div>
        </section>
      )}
      <div className="flex flex-wrap gap-1.5 border-t pt-3">
        <Link href={path} className={buttonStyle({ size: 'xs', variant: 'ghost' })}><ExternalLink />Open</Link>
        {may && <Link href={`${path}?edit=1`} className={buttonStyle({ size: 'xs', variant: 'ghost' })}><Pencil />Edit all</Link>}
        <Link href={`${path}?tab=history`} className={buttonStyle({ size: 'xs', variant: 'ghost' })}><History />History</Link>
        <Link href={`${path}?tab=uses`} className={buttonStyle({ size: 'xs', variant: 'ghost' })}><Waypoints />Used in</Link>
        {may && <Button size="xs" variant="ghost" className="ml-auto text-red-text" onClick={() => scene.remove(node)}><Trash2 />Bin</Button>}
      </div>
      <ConfirmDialog open={asking !== null} title={`${asking?.label} this message?`} action={asking?.label ?? ''} onClose={() => setAsking(null)} onConfirm={() => { if (asking) edits.setStatus(node, asking.to, asking.done); setAsking(null); }}>{asking?.asks}</ConfirmDialog>
    </div>
  );
}

function Holds({ from, to, format }: { from: unknown; to: unknown; format: (iso: string) => string }) {
  if (!from && !to) return 'Until it is changed';
  return <>{from ? `from ${format(String(from))} ` : ''}{to ? `until ${format(String(to))}` : 'without an end'}</>;
}

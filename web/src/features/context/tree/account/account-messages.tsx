'use client';
import { useQuery } from '@tanstack/react-query';
import { GitFork, ShieldAlert } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { Link } from '@/components/link';
import { Badge } from '@/components/ui/badge';
import { buttonStyle } from '@/components/ui/button';
import { Card, SectionTitle } from '@/components/ui/card';
import { Input } from '@/components/ui/input';
import { SkeletonRows } from '@/components/ui/skeleton';
import { EmptyState, ErrorState } from '@/components/ui/states';
import { toast } from '@/components/ui/toast';
import { useStored } from '@/lib/browser-store';
import { useFormats } from '@/lib/format';
import { recordPath } from '@/lib/record-routes';
import { words } from '../../entry/details';
import { languageNames } from '../node-look';
import { fit, fitKey, type AccountFit, type Inserted, type Message } from './account-api';
import { insertAt, insertedOf } from './draft';
import { DraftPanel } from './draft-panel';
import { MessageCard } from './message-card';

const proofs = new Set(['demonstrable_value', 'craftsmanship', 'customer_proof']);
const labels: Record<string, string> = { value_prop: 'Value proposition', demonstrable_value: 'Demonstrable value', customer_proof: 'Customer proof', technical_spec: 'Technical fact' };
const labelOf = (kind: unknown) => labels[String(kind)] ?? words(String(kind ?? ''));
const none: Inserted[] = [];

/** What of our messages fits this account, why, what came of each, and the way into a text for it. */
export function AccountMessages({ company, account, onAsk }: { company: string; account: string; onAsk: () => void }) {
  const format = useFormats();
  const [language, setLanguage] = useState('');
  const [channel, setChannel] = useState('');
  const [find, setFind] = useState('');
  const [text, setText] = useStored(`message-draft:${company}`, '');
  const [inserted, setInserted] = useStored<Inserted[]>(`message-draft-nodes:${company}`, none);
  const box = useRef<HTMLTextAreaElement>(null);
  const found = useQuery({ queryKey: fitKey(company, language, channel), queryFn: ({ signal }) => fit.of(company, language, channel, signal), placeholderData: last => last });
  const languageName = useMemo(() => languageNames(format.locale), [format.locale]);
  const all = useMemo(() => messagesOf(found.data), [found.data]);

  const insert = (message: Message, at?: number) => {
    const el = box.current;
    const put = insertAt(text, at ?? el?.selectionStart ?? text.length, at ?? el?.selectionEnd ?? text.length, message.entry.title);
    setText(put.text);
    setInserted([...inserted.filter(m => m.id !== message.entry.id), insertedOf(message)]);
    requestAnimationFrame(() => box.current?.setSelectionRange(put.cursor, put.cursor));
    toast.ok('Inserted into the draft');
  };
  const copy = (message: Message) => {
    const { closed } = insertedOf(message);
    navigator.clipboard?.writeText(message.entry.title).then(() => toast.ok(closed ? `Copied. Not for outsiders: ${closed}` : 'Copied'), toast.error);
  };
  if (found.isPending) return <SkeletonRows rows={8} />;
  if (found.error) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  const data = found.data;
  if (data.products.length === 0) {
    return <EmptyState icon={GitFork} title="No messages yet" action={<Link href="/context/trees" className={buttonStyle({ variant: 'primary' })}>Go to message trees</Link>}>No product has a message tree. Plant one, and what fits this account stands here.</EmptyState>;
  }
  const fits = (m: Message) => m.entry.title.toLowerCase().includes(find.trim().toLowerCase());
  const card = (m: Message, key: string) => <MessageCard key={key} message={m} proof={proofs.has(String(m.entry.kind))} label={labelOf(m.entry.kind)} onInsert={insert} onCopy={copy} />;
  return (
    <div className="mx-auto grid max-w-[1180px] grid-cols-[minmax(0,1fr)_340px] items-start gap-5 p-5 max-xl:grid-cols-1 max-md:p-3.5">
      <div className="flex min-w-0 flex-col gap-5">
        <div>
          <div className="flex flex-wrap items-center gap-2">
            <Input aria-label="Find a message" placeholder="Find a message" value={find} onChange={e => setFind(e.target.value)} className="max-w-56" />
            <Choice label="Language" value={language} any={data.wanted.language ? `${languageName(data.wanted.language)} (account)` : 'Any language'} options={data.spoken.languages.map(l => [l, languageName(l)])} onChange={setLanguage} />
            {data.spoken.channels.length > 0 && <Choice label="Channel" value={channel} any="Any channel" options={data.spoken.channels.map(c => [c, words(c)])} onChange={setChannel} />}
          </div>
          <div className="mt-2 flex flex-wrap items-center gap-1.5 text-xs text-fg-3">
            <span>Chosen for</span>
            {[...data.wanted.segments, ...data.wanted.regions].map(w => <Badge key={w}>{w}</Badge>)}
            {data.wanted.segments.length + data.wanted.regions.length === 0 && <span>no segment or region: none is written down for this account.</span>}
            {data.why.map(w => <span key={w}>{w}</span>)}
          </div>
        </div>
        {data.objections.length > 0 && (
          <section>
            <SectionTitle>Objections raised <span className="num ml-1 font-normal text-fg-3">{data.objections.length}</span></SectionTitle>
            <ul className="flex flex-col gap-3">
              {data.objections.map(({ objection, answers }) => (
                <li key={objection.id}>
                  <Card className="overflow-hidden">
                    <p className="flex items-start gap-2 bg-subtle px-3.5 py-2.5 text-sm">
                      <ShieldAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-red-text" />
                      <Link href={recordPath('objection', objection.id)} className="min-w-0 flex-1 font-medium hover:underline">“{objection.title}”</Link>
                      {typeof objection.status === 'string' && <Badge tone={objection.status === 'open' ? 'amber' : 'neutral'}>{words(objection.status)}</Badge>}
                    </p>
                    {answers.length === 0
                      ? <p className="px-3.5 py-2.5 text-xs text-fg-3">No live message shares its words. <Link href="/context/trees" className="text-accent-text hover:underline">Write one</Link> if there is an answer.</p>
                      : <ul aria-label={`Messages that may answer “${objection.title}”`} className="divide-y">{answers.filter(a => fits(a.message)).map(a => card(a.message, a.message.entry.id))}</ul>}
                  </Card>
                </li>
              ))}
            </ul>
          </section>
        )}
        {data.products.map(product => {
          const shown = product.messages.filter(fits);
          return (
            <section key={product.product_id}>
              <SectionTitle aside={<Link href={`/context/trees/${product.product_id}`} className={buttonStyle({ size: 'xs', variant: 'ghost' })}>Open the tree</Link>}>{product.product_name}</SectionTitle>
              <p className="mb-2 text-xs text-fg-3">{product.why}</p>
              <Card>
                {shown.length === 0
                  ? <p className="px-3.5 py-3 text-sm text-fg-3">{product.messages.length === 0 ? 'No live message of this tree fits this account.' : 'No message here holds these words.'}</p>
                  : <ul aria-label={`Messages of ${product.product_name}`} className="divide-y">{shown.map(m => card(m, m.entry.id))}</ul>}
              </Card>
            </section>
          );
        })}
        <p className="text-xs text-fg-3">{data.how_use_is_counted}</p>
      </div>
      <div className="sticky top-5 max-xl:static">
        <DraftPanel
          company={company}
          account={account}
          text={text}
          inserted={inserted}
          box={box}
          onText={setText}
          onDropMessage={(id, at) => {
            const message = all.get(id);
            if (message) insert(message, at);
          }}
          onClear={() => {
            setText('');
            setInserted(none);
          }}
          onAsk={onAsk}
        />
      </div>
    </div>
  );
}

function Choice({ label, value, any, options, onChange }: { label: string; value: string; any: string; options: [string, string][]; onChange: (value: string) => void }) {
  return (
    <select aria-label={label} value={value} onChange={e => onChange(e.target.value)} className="h-8 max-w-48 rounded-md border border-line bg-raised px-2 text-sm hover:border-line-strong max-md:h-10 max-md:text-[16px]">
      <option value="">{any}</option>
      {options.map(([v, text]) => <option key={v} value={v}>{text}</option>)}
    </select>
  );
}

function messagesOf(data: AccountFit | undefined): Map<string, Message> {
  const all = new Map<string, Message>();
  data?.products.forEach(p => p.messages.forEach(m => all.set(m.entry.id, m)));
  data?.objections.forEach(o => o.answers.forEach(a => all.set(a.message.entry.id, a.message)));
  return all;
}

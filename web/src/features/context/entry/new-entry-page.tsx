'use client';
import { useQueryClient } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import { useRouter, useSearchParams } from 'next/navigation';
import { useRef, useState } from 'react';
import { Link } from '@/components/link';
import { PageHeader } from '@/components/page-header';
import { Button } from '@/components/ui/button';
import { SkeletonRows } from '@/components/ui/skeleton';
import { ErrorState, NoPermission } from '@/components/ui/states';
import { toast } from '@/components/ui/toast';
import { newKey } from '@/lib/api';
import { useType } from '@/lib/meta';
import { messageOf, Problem } from '@/lib/problem';
import { recordPath } from '@/lib/record-routes';
import { can, useSession } from '@/lib/session';
import { categories, categoryPath, iconOf, isCategory, labelOf } from '../categories';
import { createEntry, entryType, refreshContext, writable, type KindInfo } from '../context-api';
import { cleaned, filledIn, type Details } from './details';
import { EntryForm } from './entry-form';
import type { Values } from './merge';
import { useDraft } from './use-draft';
import { useEntryLabels, useKinds } from './use-kinds';

/** First what it is, then its form. */
export function NewEntryPage() {
  const params = useSearchParams();
  const session = useSession().data;
  const kinds = useKinds();
  const label = useEntryLabels();
  const category = params.get('category') ?? '';
  const kind = params.get('kind') ?? '';
  const known = kinds.data?.find(k => k.kind === kind && (!category || k.category === category));
  if (session && !can(session, `${entryType}.create`)) return <><PageHeader title="New entry" /><NoPermission /></>;
  return (
    <>
      <PageHeader
        title={
          <span className="flex items-center gap-1">
            <Link href="/context" className="text-fg-3 hover:text-fg max-md:hidden">Context</Link>
            <ChevronRight aria-hidden className="size-3.5 text-fg-3 max-md:hidden" />
            {isCategory(category) && <><Link href={categoryPath(category)} className="text-fg-3 hover:text-fg max-md:hidden">{labelOf(category)}</Link><ChevronRight aria-hidden className="size-3.5 text-fg-3 max-md:hidden" /></>}
            New {known ? label('kind', known.kind).toLowerCase() : 'entry'}
          </span>
        }
      />
      {kinds.isPending && <SkeletonRows />}
      {kinds.error && <ErrorState error={kinds.error} retry={() => void kinds.refetch()} />}
      {kinds.data && (known ? <NewForm key={kind} kind={known} kinds={kinds.data.filter(k => k.category === known.category)} /> : <ChooseKind kinds={kinds.data} category={category} />)}
    </>
  );
}

function ChooseKind({ kinds, category }: { kinds: KindInfo[]; category: string }) {
  const router = useRouter();
  const label = useEntryLabels();
  const shown = isCategory(category) ? [category] : [...categories];
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto flex max-w-[860px] flex-col gap-6 p-5 max-md:p-3.5">
        <p className="text-sm text-fg-2">What do you want to write down?</p>
        {shown.map(name => {
          const Icon = iconOf(name);
          return (
            <section key={name} aria-label={labelOf(name)}>
              <h2 className="mb-2 flex items-center gap-2 text-sm font-semibold"><Icon aria-hidden className="size-4 stroke-[1.75] text-fg-3" />{labelOf(name)}</h2>
              <ul className="grid grid-cols-3 gap-2 max-lg:grid-cols-2 max-sm:grid-cols-1">
                {kinds.filter(k => k.category === name).map(k => (
                  <li key={k.kind}>
                    <button type="button" onClick={() => router.push(`/context/entries/new?category=${name}&kind=${k.kind}`)} className="flex h-full w-full flex-col gap-0.5 rounded-lg border border-line bg-raised px-3 py-2.5 text-left shadow-e1 hover:border-line-strong hover:bg-subtle">
                      <span className="text-sm font-medium">{label('kind', k.kind)}</span>
                      <span className="text-xs text-fg-3">{filledIn(k.fields).map(f => f.label).join(', ') || 'Title and text'}</span>
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </div>
  );
}

function NewForm({ kind, kinds }: { kind: KindInfo; kinds: KindInfo[] }) {
  const router = useRouter();
  const client = useQueryClient();
  const params = useSearchParams();
  const type = useType(entryType);
  const [first] = useState<Values>(() => ({ kind: kind.kind, title: params.get('title') ?? '', details: {}, body: '', sensitivity: 'internal', audience: 'everyone', language: 'en' }));
  const name = `draft:context:new:${kind.category}`;
  const draft = useDraft(name, first, 0);
  const values: Values = draft.resumed ? draft.values : { ...first, ...draft.values };
  const key = useRef(newKey());
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const errors = error instanceof Problem ? error.byField() : {};
  const named = Object.keys(errors).some(field => field in values);
  if (!type) return <SkeletonRows />;
  const save = async () => {
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      const fields = Object.fromEntries(writable.flatMap(f => (values[f] === null || values[f] === undefined || values[f] === '' ? [] : [[f, values[f]]])));
      const made = await createEntry({ ...fields, category: kind.category, details: cleaned((values.details ?? {}) as Details) }, key.current);
      draft.forget();
      refreshContext(client);
      toast.ok('Kept as a draft. Publish it when it is right.');
      router.replace(recordPath(entryType, made.id));
    } catch (caught) {
      if (caught instanceof Problem && caught.status >= 400) key.current = newKey();
      setError(caught);
      setBusy(false);
    }
  };
  return (
    <EntryForm
      type={type}
      kinds={kinds}
      values={values}
      errors={errors}
      problem={error && !named ? messageOf(error) : null}
      busy={busy}
      saveLabel="Save as a draft"
      notice={draft.resumed && (
        <p role="status" className="flex flex-wrap items-center gap-2 rounded-lg bg-accent-soft px-3 py-2 text-sm text-accent-text">
          <span className="min-w-0 flex-1">This goes on from what you wrote here before and did not save.</span>
          <Button size="xs" onClick={() => { for (const [field, value] of Object.entries({ ...Object.fromEntries(writable.map(f => [f, null])), ...first })) draft.put(field, value); }}>Begin anew</Button>
        </p>
      )}
      onChange={draft.put}
      onSave={() => void save()}
      onCancel={() => { draft.forget(); router.push(categoryPath(kind.category)); }}
    />
  );
}

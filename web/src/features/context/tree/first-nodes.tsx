'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Input, Textarea } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { toast } from '@/components/ui/toast';
import { newKey } from '@/lib/api';
import { changeSets } from '@/lib/change-sets';
import { messageOf, Problem } from '@/lib/problem';
import { records } from '@/lib/records-api';
import { refreshContext } from '../context-api';

const props = [0, 1, 2] as const;

/** The columns of a tree that a few answers make; the nodes follow from them. */
export function columnsOf(answers: { headline: string; problem: string; change: string; props: string[]; proof: string }): Record<string, unknown> {
  const said = (text: string) => text.trim().replace(/\n{2,}/g, '\n');
  const story = [said(answers.problem), said(answers.change)].filter(Boolean).join('\n\n');
  const promised = answers.props.map(p => p.trim()).filter(Boolean);
  return {
    headline: answers.headline.trim(),
    ...(said(answers.problem) && story && { founding_narrative: story }),
    ...(promised.length && { value_props: promised }),
    ...(answers.proof.trim() && { demonstrable_value: [answers.proof.trim()] }),
  };
}

/** A product without a tree: five questions, of which the first is enough to begin. */
export function FirstNodes({ product, name, may }: { product: string; name: string; may: boolean }) {
  const client = useQueryClient();
  const [answers, setAnswers] = useState({ headline: '', problem: '', change: '', props: ['', '', ''], proof: '' });
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const key = useRef(newKey());
  const put = (fields: Partial<typeof answers>) => setAnswers(now => ({ ...now, ...fields }));
  const errors = error instanceof Problem ? error.byField() : {};
  const needsProblem = answers.change.trim() !== '' && answers.problem.trim() === '';
  const plant = async () => {
    if (busy || !answers.headline.trim() || needsProblem) return;
    setBusy(true);
    setError(null);
    try {
      const made = await records.create('message_trees', { product_id: product, ...columnsOf(answers) }, key.current);
      const change = made.change_set_id;
      toast.ok('The tree stands. Proofs come next: each with its source.', change ? { label: 'Undo', run: () => void changeSets.undo(change).catch(toast.error).finally(() => refreshContext(client)) } : undefined);
      refreshContext(client);
    } catch (caught) {
      if (caught instanceof Problem) key.current = newKey();
      setError(caught);
      setBusy(false);
    }
  };
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto flex max-w-[680px] flex-col gap-4 p-5 max-md:p-3.5">
        <div>
          <h2 className="text-lg font-semibold">What do we say about {name}?</h2>
          <p className="text-sm text-fg-3">Answer in plain sentences. The headline is enough to begin; everything can be changed and moved afterwards.</p>
        </div>
        {!may ? <Notice>This product has no message tree yet, and your role does not let you plant one.</Notice> : (
          <form onSubmit={e => { e.preventDefault(); void plant(); }} className="contents">
            <Card className="flex flex-col gap-4 p-5 max-md:p-4">
              {error !== null && <Notice>{messageOf(error)}</Notice>}
              <Field label="1. The promise, in one sentence" required hint="The headline. What does a customer have that they did not have before?" error={errors.headline}>
                {c => <Input {...c} autoFocus maxLength={500} value={answers.headline} onChange={e => put({ headline: e.target.value })} />}
              </Field>
              <Field label="2. What is wrong today?" hint="The problem that the founders could not let go of." error={needsProblem ? 'Tell the problem first: the change answers it.' : undefined}>
                {c => <Textarea {...c} value={answers.problem} onChange={e => put({ problem: e.target.value })} />}
              </Field>
              <Field label="3. What do we want to change?">{c => <Textarea {...c} value={answers.change} onChange={e => put({ change: e.target.value })} />}</Field>
              <fieldset className="flex flex-col gap-2">
                <legend className="mb-1 text-xs font-medium text-fg-2">4. Two or three reasons why it matters</legend>
                {props.map(i => <Input key={i} aria-label={`Reason ${i + 1}`} maxLength={500} value={answers.props[i]} onChange={e => put({ props: answers.props.map((p, at) => (at === i ? e.target.value : p)) })} />)}
              </fieldset>
              <Field label="5. One thing that proves it" hint="A figure or a fact. Its source is added in the tree.">{c => <Input {...c} maxLength={500} value={answers.proof} onChange={e => put({ proof: e.target.value })} />}</Field>
              <div><Button type="submit" size="md" variant="primary" busy={busy} disabled={!answers.headline.trim()}>Plant the tree</Button></div>
            </Card>
          </form>
        )}
      </div>
    </div>
  );
}

'use client';
import { Check as Tick, ClipboardCopy, FileUp, SearchCheck, Sparkles, Trash2, X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type DragEvent } from 'react';
import { PageHeader } from '@/components/page-header';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { NoPermission } from '@/components/ui/states';
import { toast } from '@/components/ui/toast';
import { storedValue, storeValue, useStored } from '@/lib/browser-store';
import { cn } from '@/lib/cn';
import { useFormats } from '@/lib/format';
import { can, useSession } from '@/lib/session';
import { useShortcuts } from '@/lib/shortcuts';
import { entryType } from '../names';
import { anywhere, longest, type Scope } from './claims-api';
import { countsOf, replaced, step, type FindingKind, type Option } from './findings';
import { FindingsPanel } from './findings-panel';
import { LongText } from './long-text';
import { ScopeBar } from './scope-bar';
import { TextEditor } from './text-editor';
import { useCheck } from './use-check';
import { useFile, type Reading } from './use-file';

const draftKey = 'claim-check:text';
/** A longer text is shown in pieces; a field of that length would be slow to type in. */
const field = 40_000;
const kept = 200_000;

/** What is being checked stays in this browser until it is thrown away; the server keeps nothing of it. */
function useText() {
  const [text, setText] = useState('');
  const [loaded, setLoaded] = useState(false);
  useEffect(() => {
    setText(storedValue(draftKey, ''));
    setLoaded(true);
  }, []);
  useEffect(() => {
    if (!loaded) return;
    const timer = setTimeout(() => storeValue(draftKey, text.length <= kept ? text : ''), 400);
    return () => clearTimeout(timer);
  }, [text, loaded]);
  return [text, setText] as const;
}

/** Any text, held against what the company knows and how it wants to sound. */
export function CheckPage() {
  const session = useSession().data;
  const format = useFormats();
  const area = useRef<HTMLTextAreaElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useText();
  const [scope, setScope] = useStored<Scope>('claim-check:scope', anywhere);
  const [byItself, setByItself] = useStored('claim-check:by-itself', true);
  const [hidden, setHidden] = useState<ReadonlySet<FindingKind>>(new Set());
  const [current, setCurrent] = useState<string | null>(null);
  /** Where the last replacement ended, so that the next finding is the one behind it. */
  const place = useRef(0);
  const [over, setOver] = useState(false);
  const mayRead = !session || can(session, `${entryType}.read`);
  const tooLong = text.length > longest;
  const check = useCheck(text, scope, byItself, mayRead && !tooLong);
  const shown = useMemo(() => check.findings.filter(f => !hidden.has(f.kind)), [check.findings, hidden]);
  const counts = useMemo(() => countsOf(check.findings), [check.findings]);
  const finding = shown.find(f => f.key === current);
  const file = useFile((words, name) => {
    put(words, `${name} was read.`);
    check.now();
  });

  /** Puts another text in place, with a way back. */
  function put(next: string, said: string) {
    const before = text;
    setText(next);
    setCurrent(null);
    if (before.trim() !== '') toast.ok(said, { label: 'Undo', run: () => setText(before) });
  }
  const replace = (option: Option | undefined) => {
    if (!option || !finding) return;
    const before = text;
    setText(replaced(text, option));
    setCurrent(null);
    place.current = option.start + option.text.length;
    toast.ok('Replaced.', { label: 'Undo', run: () => setText(before) });
  };
  const go = (by: 1 | -1) => {
    const next = step(shown, current, by, place.current);
    if (next) setCurrent(next.key);
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      toast.ok('The text is copied.');
    } catch {
      toast.error('The browser did not let it be copied. Select the text and copy it yourself.');
    }
  };
  const toggle = (kind: FindingKind) => {
    const next = new Set(hidden);
    if (!next.delete(kind)) next.add(kind);
    setHidden(next);
  };
  const keys: Record<string, () => void> = { n: () => go(1), p: () => go(-1), r: () => replace(finding?.options[0]), Escape: () => setCurrent(null), e: () => area.current?.focus() };
  for (let i = 2; i <= 9; i++) keys[String(i)] = () => replace(finding?.options[i - 1]);
  useShortcuts(keys, mayRead);

  if (!mayRead) return <><PageHeader title="Check a text" /><NoPermission /></>;
  const empty = text.trim() === '';
  const dragged = (e: DragEvent) => e.dataTransfer.types.includes('Files');
  return (
    <div
      className="contents"
      onDragOver={e => {
        if (!dragged(e)) return;
        e.preventDefault();
        setOver(true);
      }}
      onDragLeave={e => !e.currentTarget.contains(e.relatedTarget as Node | null) && setOver(false)}
      onDrop={e => {
        if (!dragged(e)) return;
        e.preventDefault();
        setOver(false);
        const dropped = e.dataTransfer.files[0];
        if (dropped) file.read(dropped);
      }}
    >
      <PageHeader title="Check a text">
        {!empty && <Button variant="ghost" size="icon" aria-label="Empty the text" title="Empty the text" onClick={() => put('', 'The text is gone.')}><Trash2 /></Button>}
        <Button onClick={() => input.current?.click()}><FileUp /><span className="max-sm:sr-only">Open a file</span></Button>
        {check.ask && <Button disabled={check.busy} onClick={check.ask}><Sparkles className="text-violet-text" /><span className="max-md:sr-only">Ask the language model</span></Button>}
        {!byItself && <Button disabled={empty || tooLong} onClick={check.now}><SearchCheck />Check</Button>}
        <Button variant="primary" disabled={empty} onClick={() => void copy()}><ClipboardCopy /><span className="max-sm:sr-only">Copy text</span></Button>
        <input ref={input} type="file" hidden aria-label="File" accept=".docx,.docm,.pdf,.pptx,.html,.htm,.md,.txt,.eml" onChange={e => { const chosen = e.target.files?.[0]; if (chosen) file.read(chosen); e.target.value = ''; }} />
      </PageHeader>
      <ScopeBar scope={scope} byItself={byItself} onScope={setScope} onByItself={setByItself} />
      <div className="relative flex min-h-0 flex-1 max-lg:flex-col">
        <div className="flex min-h-0 min-w-0 flex-1 flex-col">
          {file.reading && <FileLine reading={file.reading} onClose={file.close} />}
          {tooLong && <p role="alert" className="border-b bg-red-soft px-5 py-2 text-sm text-red-text">The text has {format.number(text.length)} characters; up to {format.number(longest)} are checked. Take it in parts.</p>}
          {text.length > field
            ? <LongText text={text} findings={shown} current={current} onPick={setCurrent} onChange={setText} />
            : <TextEditor area={area} text={text} findings={shown} current={current} invalid={tooLong} onChange={setText} onPlace={at => !(finding && finding.start <= at && at <= finding.end) && setCurrent(shown.find(f => f.start <= at && at <= f.end && f.end - f.start < text.length)?.key ?? current)} onStep={go} />}
          <Foot words={check.figures?.words} level={check.figures?.reading_level} busy={check.busy} checked={!empty && !check.busy && check.error == null} />
        </div>
        <FindingsPanel check={check} empty={empty} counts={counts} shown={shown} hidden={hidden} current={current} onToggle={toggle} onPick={key => setCurrent(key === current ? null : key)} onReplace={replace} />
        {over && (
          <div aria-hidden className="pointer-events-none absolute inset-2 z-20 grid place-items-center rounded-xl border-2 border-dashed border-accent bg-surface/85 text-sm font-medium text-accent-text">
            Drop to check what it says
          </div>
        )}
      </div>
    </div>
  );
}

function FileLine({ reading, onClose }: { reading: Reading; onClose: () => void }) {
  const format = useFormats();
  return (
    <div role={reading.error ? 'alert' : 'status'} className={cn('flex items-center gap-2 border-b px-5 py-2 text-sm', reading.error ? 'bg-red-soft text-red-text' : 'text-fg-2')}>
      <span className="min-w-0 flex-1 truncate">{reading.error ?? (reading.part < 1 ? `Sending ${reading.name}, ${format.number(Math.round(100 * reading.part))} %` : `Reading ${reading.name}`)}</span>
      <Button variant="ghost" size="icon" aria-label={reading.error ? 'Dismiss' : 'Cancel'} onClick={onClose}><X /></Button>
    </div>
  );
}

function Foot({ words, level, busy, checked }: { words?: number; level?: number | null; busy: boolean; checked: boolean }) {
  const format = useFormats();
  return (
    <footer className="flex h-9 shrink-0 items-center gap-3 border-t px-5 text-xs text-fg-3 max-md:px-3.5">
      {words != null && <span className="num">{format.number(words)} words</span>}
      {level != null && <span className="num" title="School grade by Flesch and Kincaid">Grade {format.number(level)}</span>}
      <span className="flex items-center gap-1">{busy ? 'Checking' : checked && <><Tick aria-hidden className="size-3.5" />Checked</>}</span>
      <span id="check-keys" className="ml-auto flex items-center gap-1 max-md:sr-only"><Kbd>Esc</Kbd>leaves the text,<Kbd>N</Kbd><Kbd>P</Kbd>next and previous,<Kbd>R</Kbd>replaces,<Kbd>E</Kbd>writes,<Kbd>F8</Kbd>next within it</span>
    </footer>
  );
}

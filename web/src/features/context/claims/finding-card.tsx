'use client';
import { ArrowRight, Replace, TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Link } from '@/components/link';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { cn } from '@/lib/cn';
import { listPath, pluralOf, recordPath } from '@/lib/record-routes';
import type { Evidence } from './claims-api';
import type { Finding, Option } from './findings';
import { looks } from './verdicts';

interface FindingCardProps {
  finding: Finding;
  open: boolean;
  onOpen: () => void;
  onReplace: (option: Option) => void;
}

/** One finding: what the text says, what stands against or behind it, and what could be said instead. */
export function FindingCard({ finding, open, onOpen, onReplace }: FindingCardProps) {
  const look = looks[finding.kind];
  const Icon = look.icon;
  return (
    <div className={cn('relative px-3.5 py-2.5', open ? 'bg-active' : 'hover:bg-hover')}>
      {open && <span aria-hidden className="absolute inset-y-0 left-0 w-0.5 bg-accent" />}
      <button type="button" aria-expanded={open} aria-current={open || undefined} onClick={onOpen} className="flex w-full items-start gap-2.5 text-left">
        <Icon aria-hidden className={cn('mt-0.5 size-4 shrink-0 stroke-[1.75]', look.text)} />
        <span className="min-w-0 flex-1">
          <span className={cn('block text-2xs font-semibold', look.text)}>{look.label}</span>
          <span className={cn('block text-sm text-fg', !open && 'line-clamp-2')}>{finding.quote}</span>
        </span>
      </button>
      {open && (
        <div className="mt-2 flex flex-col gap-2.5 pl-[26px]">
          {finding.against && <Clash said={finding.against.said} known={finding.against.known} />}
          <p className="text-sm text-fg-2">{finding.why}</p>
          {finding.evidence.map((one, i) => <EvidenceView key={i} evidence={one} />)}
          {finding.advice && <p className="rounded-md border border-line bg-raised px-2.5 py-1.5 text-sm text-fg-2"><span className="font-medium text-fg">Instead: </span>{finding.advice}</p>}
          {finding.options.length > 0 && <Options finding={finding} onReplace={onReplace} />}
          {finding.byModel && <Badge tone="violet" className="self-start">Judged with the language model</Badge>}
        </div>
      )}
    </div>
  );
}

/** What the text says beside what the entry says. */
function Clash({ said, known }: { said: string; known: string | null }) {
  return (
    <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-2.5 gap-y-0.5 rounded-md border border-line bg-raised px-2.5 py-1.5 text-sm">
      <dt className="text-xs text-fg-3">The text</dt>
      <dd className="num font-medium text-red-text line-through decoration-1">{said}</dd>
      {known && (
        <>
          <dt className="text-xs text-fg-3">The entry</dt>
          <dd className="num font-medium">{known}</dd>
        </>
      )}
    </dl>
  );
}

/** To the record itself, or to the list of those that were counted. */
const pathTo = ({ record, filter }: Evidence) =>
  record.id ? recordPath(record.type, record.id) : `${listPath(record.type, pluralOf(record.type))}${filter ? `?filter=${encodeURIComponent(JSON.stringify(filter))}` : ''}`;

function EvidenceView({ evidence }: { evidence: Evidence }) {
  const { record, version, quote, usable } = evidence;
  return (
    <figure className="border-l-2 border-line-strong pl-2.5">
      {quote && <blockquote className="text-sm break-words text-fg-2">“{quote}”</blockquote>}
      <figcaption className="flex flex-wrap items-center gap-x-1.5 text-xs text-fg-3">
        <Link href={pathTo(evidence)} target="_blank" className="inline-flex min-w-0 items-center gap-1 font-medium text-accent-text hover:underline">
          <span className="min-w-0 break-words">{record.title}</span><ArrowRight aria-hidden className="size-3 shrink-0" />
        </Link>
        {record.id && <span className="num">version {version}</span>}
        {!usable && <Badge tone="amber"><TriangleAlert aria-hidden />Not to be used</Badge>}
      </figcaption>
    </figure>
  );
}

function Options({ finding, onReplace }: { finding: Finding; onReplace: (option: Option) => void }) {
  const first = useRef<HTMLDivElement>(null);
  const long = finding.options.some(o => o.text.length > 40);
  useEffect(() => {
    // Newer browsers answer with a promise, which is no clean-up.
    void first.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={first} role="group" aria-label="Say instead" className={cn('flex gap-1.5', long ? 'flex-col items-stretch' : 'flex-wrap')}>
      {finding.options.slice(0, 9).map((option, i) => (
        <Button key={`${option.start}:${option.text}`} size="xs" title={option.why} onClick={() => onReplace(option)} className={cn(long && 'h-auto justify-start py-1 text-left whitespace-normal')}>
          <Replace aria-hidden /><span className="sr-only">Replace by </span><span className="min-w-0 flex-1">{option.text}</span><Kbd>{i === 0 ? 'R' : i + 1}</Kbd>
        </Button>
      ))}
    </div>
  );
}

import { Fragment, type ReactNode } from 'react';
import { Link } from '@/components/link';
import { cn } from '@/lib/cn';
import { parseMarkdown, type Block, type Inline } from './markdown';

/** A text in Markdown, drawn from its tree: whatever markup it holds is shown as letters. */
export function MarkdownView({ text, className }: { text: string; className?: string }) {
  return <div className={cn('flex flex-col gap-2.5 text-sm leading-[21px] break-words text-fg', className)}>{parseMarkdown(text).map((b, i) => <Fragment key={i}>{block(b)}</Fragment>)}</div>;
}

const sizes = ['text-lg font-semibold mt-2 first:mt-0', 'text-base font-semibold mt-2 first:mt-0', 'text-sm font-semibold mt-1.5 first:mt-0'];

/** The page has its own first two levels of headings. */
function Heading({ level, children }: { level: number; children: ReactNode }) {
  const Tag = `h${Math.min(6, level + 2)}` as 'h3';
  return <Tag className={sizes[Math.min(level, sizes.length) - 1]}>{children}</Tag>;
}

function block(b: Block): ReactNode {
  switch (b.kind) {
    case 'heading':
      return <Heading level={b.level}>{inline(b.parts)}</Heading>;
    case 'paragraph':
      return <p>{inline(b.parts)}</p>;
    case 'list': {
      const items = b.items.map((i, at) => (
        <li key={at} className={cn('pl-0.5', i.done !== undefined && 'list-none')}>
          {i.done !== undefined && <input type="checkbox" checked={i.done} readOnly tabIndex={-1} aria-label={i.done ? 'Done' : 'Not done'} className="float-left -ml-5 mt-1 size-3.5 accent-accent" />}
          {i.blocks.map((inner, n) => <Fragment key={n}>{n === 0 && inner.kind === 'paragraph' ? inline(inner.parts) : <div className="mt-1">{block(inner)}</div>}</Fragment>)}
        </li>
      ));
      return b.ordered ? <ol start={b.start} className="flex list-decimal flex-col gap-1 pl-5 marker:text-fg-3">{items}</ol> : <ul className="flex list-disc flex-col gap-1 pl-5 marker:text-fg-3">{items}</ul>;
    }
    case 'quote':
      return <blockquote className="flex flex-col gap-2 border-l-2 border-line-strong pl-3 text-fg-2">{b.blocks.map((inner, i) => <Fragment key={i}>{block(inner)}</Fragment>)}</blockquote>;
    case 'code':
      return <pre tabIndex={0} aria-label={b.language ? `Code, ${b.language}` : 'Code'} className="overflow-x-auto rounded-lg border border-line bg-subtle px-3 py-2 font-mono text-xs leading-[18px]"><code>{b.text}</code></pre>;
    case 'table':
      return (
        <div className="overflow-x-auto" tabIndex={0} role="region" aria-label="Table">
          <table className="w-full border-collapse text-sm">
            <thead><tr>{b.head.map((c, i) => <th key={i} className="border-b border-line-strong px-2 py-1.5 text-left font-medium text-fg-2">{inline(c)}</th>)}</tr></thead>
            <tbody>{b.rows.map((row, r) => <tr key={r}>{row.map((c, i) => <td key={i} className="border-b px-2 py-1.5 align-top">{inline(c)}</td>)}</tr>)}</tbody>
          </table>
        </div>
      );
    case 'rule':
      return <hr className="my-1 border-line" />;
  }
}

function inline(parts: Inline[]): ReactNode {
  return parts.map((p, i) => {
    switch (p.kind) {
      case 'text':
        return <Fragment key={i}>{p.text}</Fragment>;
      case 'strong':
        return <strong key={i} className="font-semibold">{inline(p.parts)}</strong>;
      case 'em':
        return <em key={i}>{inline(p.parts)}</em>;
      case 'del':
        return <del key={i}>{inline(p.parts)}</del>;
      case 'code':
        return <code key={i} className="rounded-xs bg-hover px-1 py-px font-mono text-xs">{p.text}</code>;
      case 'break':
        return <br key={i} />;
      case 'link':
        return p.href.startsWith('/')
          ? <Link key={i} href={p.href} className="text-accent-text underline underline-offset-2">{inline(p.parts)}</Link>
          : <a key={i} href={p.href} {...(!p.href.startsWith('#') && { target: '_blank', rel: 'noreferrer' })} className="text-accent-text underline underline-offset-2">{inline(p.parts)}</a>;
    }
  });
}

export type Mark = 'bold' | 'italic' | 'heading' | 'list' | 'numbers' | 'quote' | 'link';

interface Marked {
  text: string;
  from: number;
  to: number;
}

const around: Partial<Record<Mark, string>> = { bold: '**', italic: '*' };
const before: Partial<Record<Mark, (at: number) => string>> = { heading: () => '## ', list: () => '- ', numbers: at => `${at + 1}. `, quote: () => '> ' };

/** The text with a mark around the chosen words or in front of their lines; the same again takes it away. */
export function marked(text: string, from: number, to: number, mark: Mark): Marked {
  const sign = around[mark];
  if (sign) return wrapped(text, from, to, sign);
  if (mark === 'link') {
    const words = text.slice(from, to) || 'words';
    const made = `[${words}](https://)`;
    const at = from + words.length + 3;
    return { text: text.slice(0, from) + made + text.slice(to), from: at, to: at + 8 };
  }
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const end = text.indexOf('\n', to) < 0 ? text.length : text.indexOf('\n', to);
  const lines = text.slice(start, end).split('\n');
  const put = before[mark] as (at: number) => string;
  const has = lines.every((line, i) => line.startsWith(put(i)));
  const next = lines.map((line, i) => (has ? line.slice(put(i).length) : put(i) + line)).join('\n');
  return { text: text.slice(0, start) + next + text.slice(end), from: start, to: start + next.length };
}

function wrapped(text: string, from: number, to: number, sign: string): Marked {
  const n = sign.length;
  const inside = text.slice(from, to);
  if (text.slice(from - n, from) === sign && text.slice(to, to + n) === sign) {
    return { text: text.slice(0, from - n) + inside + text.slice(to + n), from: from - n, to: to - n };
  }
  return { text: text.slice(0, from) + sign + inside + sign + text.slice(to), from: from + n, to: to + n };
}

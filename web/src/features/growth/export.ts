import { toast } from '@/components/ui/toast';

function hand(blob: Blob, name: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** A cell of a CSV file. What a table program would take for a formula is kept a text. */
export function cell(value: string | number | null | undefined): string {
  const plain = value == null ? '' : String(value);
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(plain) ? `'${plain}` : plain;
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export const csv = (rows: (string | number | null | undefined)[][]) => `\uFEFF${rows.map(row => row.map(cell).join(',')).join('\r\n')}\r\n`;

export const saveCsv = (name: string, rows: (string | number | null | undefined)[][]) => hand(new Blob([csv(rows)], { type: 'text/csv;charset=utf-8' }), `${name}.csv`);

const looks = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'opacity', 'fill-opacity', 'stroke-opacity', 'font-size', 'font-weight', 'font-family', 'text-anchor', 'dominant-baseline'];

/** Draws a chart as it looks now into a PNG file of twice its size. */
export async function savePng(name: string, chart: SVGSVGElement): Promise<void> {
  try {
    const copy = chart.cloneNode(true) as SVGSVGElement;
    const from = [chart, ...chart.querySelectorAll<SVGElement>('*')];
    const to = [copy, ...copy.querySelectorAll<SVGElement>('*')];
    from.forEach((node, i) => {
      const style = getComputedStyle(node);
      looks.forEach(look => to[i]?.style.setProperty(look, style.getPropertyValue(look)));
    });
    copy.querySelectorAll('foreignObject').forEach(node => node.remove());
    const { width, height } = chart.getBoundingClientRect();
    copy.setAttribute('width', String(width));
    copy.setAttribute('height', String(height));
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * 2;
    canvas.height = height * 2;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.fillStyle = getComputedStyle(document.body).getPropertyValue('--surface');
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>(done => canvas.toBlob(done, 'image/png'));
    if (!blob) throw new Error('no picture');
    hand(blob, `${name}.png`);
  } catch {
    toast.error('The picture could not be made. Export the figures as CSV.');
  }
}

/** A compass rose: four long points, four short ones. */
export function Logo({ size = 22 }: { size?: number }) {
  return (
    <span aria-hidden className="grid shrink-0 place-items-center rounded-[27%] bg-fg text-surface" style={{ width: size, height: size }}>
      <svg width={size * 0.68} height={size * 0.68} viewBox="0 0 24 24" fill="currentColor">
        <path d="M12 1.5 14.3 9.7 22.5 12l-8.2 2.3L12 22.5l-2.3-8.2L1.5 12l8.2-2.3Z" />
        <path opacity=".55" d="m5.6 5.6 4.2 2.3-1.9 1.9Zm12.8 0-2.3 4.2-1.9-1.9Zm0 12.8-4.2-2.3 1.9-1.9Zm-12.8 0 2.3-4.2 1.9 1.9Z" />
      </svg>
    </span>
  );
}

import NextLink from 'next/link';
import type { ComponentProps } from 'react';

/** Prefetch is opt-in: in an export every visible link would cost a HEAD and two .txt requests. */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />;
}

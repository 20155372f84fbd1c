import type { NextConfig } from 'next';
import { PHASE_DEVELOPMENT_SERVER } from 'next/constants';

const api = process.env.API_ORIGIN ?? 'http://127.0.0.1:8085';

// `next dev` refuses any id but "_" under output 'export' and cannot proxy, so the export is for builds only.
export default function config(phase: string): NextConfig {
  const common: NextConfig = { images: { unoptimized: true }, reactStrictMode: true, poweredByHeader: false };
  if (phase === PHASE_DEVELOPMENT_SERVER) {
    return { ...common, compress: false, rewrites: async () => [{ source: '/api/:path*', destination: `${api}/api/:path*` }] };
  }
  return { ...common, output: 'export' };
}

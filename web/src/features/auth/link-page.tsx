'use client';
export function LinkPage() {
  return <h1 className="text-xl font-semibold">Welcome</h1>;
}

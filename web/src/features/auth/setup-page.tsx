'use client';
export function SetupPage() {
  return <h1 className="text-xl font-semibold">Set up</h1>;
}

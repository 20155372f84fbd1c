'use client';
import { useSearchParams } from 'next/navigation';

/** The moment that the address asks for. */
export const usePastMoment = () => useSearchParams().get('as_of');

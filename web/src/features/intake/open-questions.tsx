'use client';
import { useQuery } from '@tanstack/react-query';
import { SectionTitle } from '@/components/ui/card';
import { Link } from '@/components/link';
import { can, useSession } from '@/lib/session';
import { inbox, inboxKeys } from './inbox-api';
import { AskedQuestionCard } from './question-card';

const most = 3;

/** Questions that wait for an answer; says nothing where there are none. */
export function OpenQuestions({ keyboard = false }: { keyboard?: boolean }) {
  const mayRead = can(useSession().data, 'intake.read');
  const found = useQuery({ queryKey: inboxKeys.questions, queryFn: inbox.questions, enabled: mayRead, refetchInterval: 60_000 });
  const questions = found.data ?? [];
  if (questions.length === 0) return null;
  return (
    <section aria-label="Questions">
      <SectionTitle aside={questions.length > most && <Link href="/inbox?state=asked" className="px-2 font-medium text-fg-2 hover:text-fg">All questions</Link>}>
        Questions <span className="num ml-1 font-normal text-fg-3">{questions.length}</span>
      </SectionTitle>
      <div className="mt-1 flex flex-col gap-2">
        {questions.slice(0, most).map((q, i) => <AskedQuestionCard key={q.id} question={q} keyboard={keyboard && i === 0} withMessage />)}
      </div>
    </section>
  );
}

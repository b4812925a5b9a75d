import type { QueueName, Task } from '@isnad/client';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useAsk } from '../../app/ask.js';
import { addKeys } from '../../app/keys.js';
import { NotFound } from '../../app/NotFound.js';
import { href } from '../../app/router.js';
import { Answer, PageHead } from '../../parts/Answer.js';
import { ClaimQuote } from '../../parts/ClaimQuote.js';
import { IncidentLine, rowOf } from '../../parts/IncidentLine.js';
import { term } from '../../words/names.js';
import { said, words } from '../../words/words.js';
import { actionsFor } from './queueActions.js';

const MOST_SHOWN = 6;

/** What a task is about: claims with their words, or incidents. */
const Subjects = ({ of }: { readonly of: Task }) => {
  if (of.queue === 'look-alikes') return of.about.map((id) => <IncidentById key={id} id={id} />);
  if (of.queue === 'undated-reports' || of.queue === 'orphaned-decisions') return null;
  const [shown, rest] = [of.about.slice(0, MOST_SHOWN), of.about.length - MOST_SHOWN];
  return (
    <>
      {shown.map((id) => (
        <ClaimById key={id} id={id} />
      ))}
      {rest > 0 && (
        <p class="faint">
          + {rest} {words.value.more}
        </p>
      )}
    </>
  );
};

const ClaimById = ({ id }: { readonly id: string }) => {
  const answer = useAsk('claim', { params: { id } });
  return answer.problem ? null : <Answer of={answer}>{(claim) => <ClaimQuote claim={claim} />}</Answer>;
};

const IncidentById = ({ id }: { readonly id: string }) => {
  const answer = useAsk('incident', { params: { id } });
  return answer.problem ? null : (
    <Answer of={answer}>{(incident) => <IncidentLine incident={rowOf(incident)} />}</Answer>
  );
};

const TaskItem = ({
  task,
  isCurrent,
  choose,
}: {
  readonly task: Task;
  readonly isCurrent: boolean;
  readonly choose: () => void;
}) => {
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isCurrent && item.current && !item.current.contains(document.activeElement)) {
      item.current.querySelector<HTMLElement>('.task-head')?.focus({ preventScroll: true });
      item.current.scrollIntoView({ block: 'nearest' });
    }
  }, [isCurrent]);
  const { overview } = words.value;
  const table = task.queue === 'disputes' ? 'dispute' : task.queue === 'failed-checks' ? 'check' : null;
  const reportLink = task.report ?? null;
  return (
    <li ref={item} class={`task ${isCurrent ? 'is-current' : ''}`}>
      <button type="button" class="task-head" aria-expanded={isCurrent} onClick={choose}>
        {table && <span class="tag">{term(table, task.kind)}</span>} <bdi>{said(task.explain)}</bdi>
      </button>
      {isCurrent && (
        <div class="task-body stack">
          <Subjects of={task} />
          <div class="row">
            {actionsFor(task).map(({ label, key, run }, i) => (
              <button key={label} type="button" class={`button ${i === 0 ? 'main' : ''}`} onClick={run}>
                {label} {key && <kbd>{key}</kbd>}
              </button>
            ))}
            {task.incident && (
              <a class="button quiet" href={href(['incidents', task.incident])}>
                {overview.look}
              </a>
            )}
            {reportLink && (
              <a
                class="button quiet"
                href={href(['reports', reportLink], { claim: task.about[0]?.startsWith('c:') ? task.about[0] : null })}
              >
                {overview.read}
              </a>
            )}
            {task.queue === 'orphaned-decisions' && (
              <a class="button" href={href(['decisions'], { state: 'orphaned' })}>
                {words.value.nav.decisions}
              </a>
            )}
          </div>
        </div>
      )}
    </li>
  );
};

const Tasks = ({ tasks, total }: { readonly tasks: readonly Task[]; readonly total: number }) => {
  const [at, setAt] = useState(0);
  const current = Math.min(at, tasks.length - 1);
  useEffect(() => {
    const step = (by: number) => () => setAt(Math.max(0, Math.min(tasks.length - 1, current + by)));
    const task = tasks[current];
    const actions = task ? actionsFor(task).flatMap(({ key, run }) => (key ? [[key, run] as const] : [])) : [];
    return addKeys({ j: step(1), k: step(-1), ...Object.fromEntries(actions) });
  }, [tasks, current]);
  const { overview, count } = words.value;
  if (tasks.length === 0) return <p class="empty">{overview.emptyQueue}</p>;
  return (
    <>
      <p class="small soft row apart queue-note">
        <span>
          {count.tasks(total)} · {overview.queueHelp}
        </span>
        <span class="keyed">
          <kbd>j</kbd> <kbd>k</kbd> <kbd>a</kbd>
        </span>
      </p>
      <ol class="tasks">
        {tasks.map((task, i) => (
          <TaskItem key={task.id} task={task} isCurrent={i === current} choose={() => setAt(i)} />
        ))}
      </ol>
    </>
  );
};

const PAGE = 100;

/** One queue of what needs judgement, to be emptied. */
export const QueueScreen = ({ id }: { readonly id: string }) => {
  const { queues, overview } = words.value;
  const known = Object.hasOwn(queues, id) ? (id as QueueName) : null;
  const answer = useAsk('queue', known ? { params: { queue: known }, query: { limit: PAGE } } : null);
  if (!known) return <NotFound />;
  const [title, about] = queues[known];
  return (
    <>
      <nav class="crumb" aria-label={overview.title}>
        <a href={href([])}>{overview.title}</a>
      </nav>
      <PageHead title={title} lede={about} />
      <Answer of={answer}>{({ items, total }) => <Tasks tasks={items} total={total} />}</Answer>
    </>
  );
};

import type { Overview } from '@isnad/client';
import { useAsk } from '../../app/ask.js';
import { work } from '../../app/live.js';
import { href } from '../../app/router.js';
import { lastVisit } from '../../app/settings.js';
import { Answer, PageHead } from '../../parts/Answer.js';
import { dateInWords, timeInWords } from '../../words/dates.js';
import { written } from '../../words/plural.js';
import { words } from '../../words/words.js';

const Holdings = ({ of: { counts, days } }: { readonly of: Overview }) => {
  const { nav, head, overview } = words.value;
  const numbers: readonly (readonly [string, number, string])[] = [
    [nav.reports, counts.reports, href(['reports'])],
    [head.outlets, counts.outlets, href(['sources'])],
    [head.roots, counts.roots, href(['sources'])],
    [head.claims, counts.claims, '/search?in=claims'],
    [nav.incidents, counts.incidents, href(['incidents'])],
    [nav.tolls, counts.tolls, href(['tolls'])],
    [nav.places, counts.places, href(['places'])],
    [nav.people, counts.people, href(['people'])],
  ];
  return (
    <section aria-label={overview.holds}>
      <dl class="numbers">
        {numbers.map(([label, number, to]) => (
          <div key={label}>
            <dt>
              <a href={to}>{label}</a>
            </dt>
            <dd class="n">{written(number)}</dd>
          </div>
        ))}
      </dl>
      {days.first !== null && (
        <p class="small soft numbers-note">
          {overview.period}:{' '}
          <bdi>{dateInWords(days.first === days.last ? days.first : `${days.first}/${days.last ?? '..'}`)}</bdi>
        </p>
      )}
    </section>
  );
};

const Queues = ({ of }: { readonly of: Overview }) => {
  const { overview, queues } = words.value;
  const open = of.queues.reduce((sum, queue) => sum + queue.open, 0);
  return (
    <section class="section" aria-labelledby="judge">
      <h2 id="judge">{overview.judge}</h2>
      {open === 0 && <p class="empty">{overview.allDone}</p>}
      <ul class="queues">
        {of.queues.map(({ queue, open: waiting, settled }) => {
          const [title, about] = queues[queue];
          const all = waiting + settled;
          return (
            <li key={queue} class={waiting === 0 ? 'is-done' : ''}>
              <a href={href(['queues', queue])}>
                <span class="queue-count n">{written(waiting)}</span>
                <span class="queue-name">{title}</span>
                <span class="queue-about">{about}</span>
                <progress
                  max={Math.max(all, 1)}
                  value={all === 0 ? 1 : settled}
                  aria-label={`${overview.settled} ${settled} / ${all}`}
                />
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
};

const Changes = ({ of }: { readonly of: Overview }) => {
  const { overview, count, nav } = words.value;
  const { since, decisions, reports, by } = of.changes;
  return (
    <section class="section" aria-labelledby="changed">
      <h2 id="changed">{overview.changed}</h2>
      {since === null ? (
        <p class="soft">{overview.firstVisit}</p>
      ) : (
        <div class="stack">
          <p class="soft">
            <time dateTime={since}>{timeInWords(since)}</time>
          </p>
          {decisions === 0 && !reports ? <p>{overview.unchanged}</p> : null}
          {reports ? <p>{count.reports(reports)}</p> : null}
          <ul class="stack">
            {by.map((one) => (
              <li key={one.by}>
                <a href={href(['decisions'], { by: one.by })}>
                  <bdi>{one.by}</bdi>
                </a>{' '}
                <span class="soft">{count.decisions(one.decisions)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <p class="small">
        <a href={href(['decisions'])}>{nav.decisions}</a> <span class="soft n">{written(of.counts.decisions)}</span>
      </p>
      {!of.writable && (
        <p class="note-box">{of.viewer.role === 'reader' ? words.value.team.readsOnly : overview.readOnly}</p>
      )}
    </section>
  );
};

/** How far workers have come; nothing where the case is kept on one machine, or all is read and nobody is at work. */
const AtWork = () => {
  const answer = useAsk('work', {});
  const { work: said } = words.value;
  const now = work.value ?? answer.value?.work ?? null;
  if (now === null || (now.workers === 0 && now.waiting === 0 && now.set_aside === 0)) return null;
  const numbers: readonly (readonly [string, number])[] = [
    [said.waiting, now.waiting],
    [said.running, now.running],
    [said.done, now.done],
    [said.aside, now.set_aside],
    [said.workers, now.workers],
  ];
  return (
    <section class="section" aria-labelledby="at-work">
      <h2 id="at-work">{said.title}</h2>
      <dl class="at-work">
        {numbers.map(([label, number]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd class="n">{written(number)}</dd>
          </div>
        ))}
      </dl>
      {now.workers === 0 && now.waiting > 0 && <p class="note-box">{said.nobody}</p>}
      {now.set_aside > 0 && <p class="small soft">{said.asideHelp}</p>}
    </section>
  );
};

/** What the case holds, what changed, and what needs judgement. */
export const OverviewScreen = () => {
  const answer = useAsk('overview', lastVisit === null ? {} : { query: { since: lastVisit } });
  const { overview } = words.value;
  return (
    <>
      <PageHead title={<bdi>{answer.value?.case ?? overview.title}</bdi>} lede={overview.lede} />
      <Answer of={answer}>
        {(value) => (
          <>
            <Holdings of={value} />
            <div class="overview">
              <Queues of={value} />
              <div>
                <AtWork />
                <Changes of={value} />
              </div>
            </div>
          </>
        )}
      </Answer>
    </>
  );
};

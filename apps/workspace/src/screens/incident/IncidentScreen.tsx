import type { Incident } from '@isnad/client';
import { useEffect } from 'preact/hooks';
import { useAsk } from '../../app/ask.js';
import { addKeys } from '../../app/keys.js';
import { href } from '../../app/router.js';
import { Answer, PageHead } from '../../parts/Answer.js';
import { ChainDrawing } from '../../parts/chain/ChainDrawing.js';
import { DecisionList } from '../../parts/DecisionList.js';
import { IncidentLine } from '../../parts/IncidentLine.js';
import { Mark } from '../../parts/Mark.js';
import { dateInWords } from '../../words/dates.js';
import { familyOf, listed, nameOfPlace, sideName, term, typeName } from '../../words/names.js';
import { words } from '../../words/words.js';
import { correctDate, correctPlace, grade, merge, note } from './actions.js';
import { ClaimsCompared } from './ClaimsCompared.js';
import { FiguresSaid } from './FiguresSaid.js';
import { Findings } from './Findings.js';
import { WhyOne } from './WhyOne.js';

const Facts = ({ of }: { readonly of: Incident }) => {
  const { incident: t, count, fields } = words.value;
  const { place, actors, targets, date, reports, outlets, independent, grade: given, modality } = of;
  const precision = place?.precision as keyof typeof t.precision | null | undefined;
  return (
    <dl class="incident-facts">
      <div>
        <dt>{fields.date}</dt>
        <dd>{dateInWords(date)}</dd>
      </div>
      <div>
        <dt>{fields.place}</dt>
        <dd>
          {place ? <a href={href(['places', place.id])}>{nameOfPlace(place)}</a> : nameOfPlace(null)}
          {precision && precision > 1 && <span class="tag dashed">{t.precision[precision]}</span>}
        </dd>
      </div>
      {actors.length > 0 && (
        <div>
          <dt>{t.by}</dt>
          <dd>{listed(actors.map(sideName))}</dd>
        </div>
      )}
      {targets.length > 0 && (
        <div>
          <dt>{t.against}</dt>
          <dd>{listed(targets.map(sideName))}</dd>
        </div>
      )}
      <div>
        <dt>{fields.source}</dt>
        <dd>
          {count.reports(reports)} · {count.outlets(outlets)} · <b>{count.roots(independent)}</b>
        </dd>
      </div>
      <div>
        <dt>{t.grade}</dt>
        <dd>
          {given ? term('grade', given.value) : t.noGrade}{' '}
          {given && <span class="faint">({given.by === 'suggested' ? t.suggested : <bdi>{given.by}</bdi>})</span>}
          {modality !== 'asserted' && <span class="tag warn">{term('modality', modality)}</span>}
        </dd>
      </div>
    </dl>
  );
};

const Actions = ({ of }: { readonly of: Incident }) => {
  const { incident: t } = words.value;
  const acts: readonly (readonly [string, string, () => void])[] = [
    [t.grade, 'a', () => grade(of)],
    [t.date, 'd', () => correctDate(of)],
    [t.place, 'p', () => void correctPlace(of)],
    [t.merge, 'm', () => void merge(of)],
    [t.note, 'n', () => note(of)],
  ];
  useEffect(() => addKeys(Object.fromEntries(acts.map(([, key, run]) => [key, run]))), [of]);
  return (
    <div class="row incident-actions">
      {acts.map(([label, key, run]) => (
        <button key={key} type="button" class="button" onClick={run}>
          {label} <kbd>{key}</kbd>
        </button>
      ))}
    </div>
  );
};

const Shown = ({ of }: { readonly of: Incident }) => {
  const { incident: t } = words.value;
  return (
    <>
      <PageHead
        title={
          <>
            <Mark family={familyOf(of.type)} /> {typeName(of.type)} <span class="light">{nameOfPlace(of.place)}</span>
          </>
        }
      >
        <Facts of={of} />
        <Actions of={of} />
      </PageHead>
      <div class="incident">
        <div>
          <section class="section" aria-labelledby="figures">
            <h2 id="figures">{t.figures}</h2>
            <FiguresSaid figures={of.figures} />
          </section>
          <section class="section" aria-labelledby="chain">
            <div class="section-head">
              <h2 id="chain">{t.chain}</h2>
              <p>{t.chainHelp}</p>
            </div>
            <ChainDrawing of={of.chain} label={t.chain} />
          </section>
        </div>
        <aside>
          <Findings disputes={of.disputes} checks={of.checks} />
          {of.related.length > 0 && (
            <section class="section" aria-labelledby="related">
              <h2 id="related">{t.related}</h2>
              <ul class="related">
                {of.related.map(({ how, incident }) => (
                  <li key={incident.id}>
                    <p class="small faint">{t.how[how]}</p>
                    <IncidentLine incident={incident} />
                  </li>
                ))}
              </ul>
            </section>
          )}
          <section class="section" aria-labelledby="decisions">
            <h2 id="decisions">{t.decisions}</h2>
            <DecisionList decisions={of.decisions} />
          </section>
          {of.people > 0 && (
            <p class="small">
              <a href={href(['people'], { incident: of.id })}>
                {t.people}: {words.value.count.people(of.people)}
              </a>
            </p>
          )}
        </aside>
      </div>
      <ClaimsCompared incident={of} />
      {of.why.length > 0 && <WhyOne of={of} />}
    </>
  );
};

/** One incident: who says what, from whom, in which words, and what people decided. */
export const IncidentScreen = ({ id }: { readonly id: string }) => {
  const answer = useAsk('incident', { params: { id } });
  return (
    <>
      <nav class="crumb" aria-label={words.value.incidents.title}>
        <a href={href(['incidents'])}>{words.value.incident.back}</a>
      </nav>
      <Answer of={answer}>{(incident) => <Shown of={incident} />}</Answer>
    </>
  );
};

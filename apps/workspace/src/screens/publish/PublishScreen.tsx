import type { Publishing } from '@isnad/client';
import { useAsk } from '../../app/ask.js';
import { served } from '../../app/base.js';
import { Answer, PageHead } from '../../parts/Answer.js';
import { listed } from '../../words/names.js';
import { said, words } from '../../words/words.js';
import { Exports } from './Exports.js';
import { Releases } from './Releases.js';

const Policy = ({ of: { policy } }: { readonly of: Publishing }) => {
  const { publish: t, count } = words.value;
  const sensitive = [...new Set(policy.sensitive.map(({ name }) => said(name)))];
  const levels = t.levels as Readonly<Record<string, string>>;
  return (
    <section class="section" aria-labelledby="policy">
      <h2 id="policy">{t.policy}</h2>
      <dl class="facts policy">
        <dt>{t.delay}</dt>
        <dd>{count.days(policy.delayDays)}</dd>
        <dt>{t.coarsen}</dt>
        <dd>{listed(policy.coarsenTo.slice(0, 1).map((level) => levels[level] ?? level))}</dd>
        <dt>{t.quote}</dt>
        <dd>{count.words(policy.quoteWords)}</dd>
        <dt>{t.sensitive}</dt>
        <dd>{listed(sensitive)}</dd>
      </dl>
      <p class="note-box">{t.names}</p>
      <p>
        <a href={served('/dossier/')} target="_blank" rel="noopener">
          {t.dossier}
        </a>
      </p>
    </section>
  );
};

/** What a publication holds back, the forms it takes, and what was published before. */
export const PublishScreen = () => {
  const answer = useAsk('publishing', {});
  const { publish: t } = words.value;
  return (
    <>
      <PageHead title={t.title} lede={t.lede} />
      <Answer of={answer}>
        {(value) => (
          <div class="two-columns">
            <div>
              <Releases />
              <Policy of={value} />
            </div>
            <Exports of={value} />
          </div>
        )}
      </Answer>
    </>
  );
};

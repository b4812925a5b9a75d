import type { Bilingual } from '@isnad/model';
import method from '../data/method.json' with { type: 'json' };
import type { Words } from '../input.js';
import { controlColumns } from '../tables/control.js';
import { disputeColumns } from '../tables/disputes.js';
import { incidentColumns } from '../tables/incidents.js';
import { tollColumns } from '../tables/tolls.js';
import type { DossierCase } from './dossierCase.js';
import { Both, type Phrase, Say, Text } from './Said.js';
import { Section } from './Section.js';

interface Columns {
  readonly file: string;
  readonly columns: readonly { readonly name: string; readonly holds: Bilingual }[];
}

const Amount = ({ label, value }: { readonly label: Phrase; readonly value: number }) =>
  value === 0 ? null : (
    <li>
      <Say of={label} />: <bdi class="n">{value}</bdi>
    </li>
  );

const Withheld = ({ of, words }: { readonly of: DossierCase; readonly words: Words }) => {
  const { withheld, policy, names, coarsened } = of.published;
  const types = [...words.events.values()].flatMap(({ sensitive }) => sensitive ?? []);
  const others = Object.values({ ...policy.measures, ...policy.placeKinds, ...policy.placeWords });
  const kinds = [...new Map([...types, ...others].map((kind) => [kind.en, kind])).values()];
  const listed = { ar: kinds.map(({ ar }) => ar).join('، '), en: kinds.map(({ en }) => en).join(', ') };
  return (
    <div class="method-item" id="withheld">
      <h3>
        <Say of="withheldTitle" />
      </h3>
      <ul>
        {names ? (
          <li>
            <Say of="namesShown" />
          </li>
        ) : (
          <Amount label="withheldNames" value={withheld.names} />
        )}
        <Amount label="withheldCoarse" value={coarsened.size} />
        <Amount label="withheldYoung" value={withheld.youngIncidents} />
        <Amount label="withheldYoungClaims" value={withheld.youngClaims} />
        {policy.lifted === null ? (
          <>
            <li>
              <Say of="policyTypes" /> <Both {...listed} />.
            </li>
            <Amount label="policyDelay" value={policy.delayDays} />
          </>
        ) : (
          <li>
            <Say of="policyLifted" /> <Text text={policy.lifted} />
          </li>
        )}
      </ul>
    </div>
  );
};

/** How the record came about, what it cannot say, what is withheld, and the files beside it. */
export const Method = ({ of, words }: { readonly of: DossierCase; readonly words: Words }) => {
  const files: readonly Columns[] = [
    { file: 'incidents.csv', columns: incidentColumns(words, of.published.coarsened) },
    { file: 'tolls.csv', columns: tollColumns },
    { file: 'control.csv', columns: controlColumns },
    { file: 'disputes.csv', columns: disputeColumns },
  ];
  return (
    <Section id="method" title="methodTitle">
      <div class="method">
        {method.map(({ title, text }) => (
          <div key={title.en} class="method-item">
            <h3>
              <Both {...title} />
            </h3>
            <p>
              <Both {...text} />
            </p>
          </div>
        ))}
        <Withheld of={of} words={words} />
        <div class="method-item">
          <h3>
            <Say of="filesTitle" />
          </h3>
          <p dir="ltr" class="files">
            record.json · incidents.geojson · manifest.json
          </p>
          {files.map(({ file, columns }) => (
            <details key={file} class="evidence">
              <summary>
                <bdi>{file}</bdi>
              </summary>
              <dl class="columns">
                {columns.map(({ name, holds }) => (
                  <div key={name}>
                    <dt dir="ltr">{name}</dt>
                    <dd>
                      <Both {...holds} />
                    </dd>
                  </div>
                ))}
              </dl>
            </details>
          ))}
        </div>
      </div>
    </Section>
  );
};

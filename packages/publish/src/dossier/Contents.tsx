import { type Phrase, Say } from './Said.js';

const SECTIONS: readonly (readonly [string, Phrase])[] = [
  ['timeline', 'timelineTitle'],
  ['map', 'mapTitle'],
  ['incidents', 'incidentsTitle'],
  ['tolls', 'tollsTitle'],
  ['control', 'controlTitle'],
  ['disputes', 'disputesTitle'],
  ['reports', 'reportsTitle'],
  ['method', 'methodTitle'],
];

const LANGUAGES = [
  ['ar', 'العربية'],
  ['en', 'English'],
] as const;

/** Table of contents and the language switch. */
export const Contents = () => (
  <nav class="contents" aria-labelledby="contents-title">
    <fieldset class="languages">
      <legend class="unseen">
        <Say of="language" />
      </legend>
      {LANGUAGES.map(([language, name]) => (
        <button key={language} type="button" lang={language} data-language={language} aria-pressed={language === 'ar'}>
          {name}
        </button>
      ))}
    </fieldset>
    <h2 id="contents-title" class="unseen">
      <Say of="contents" />
    </h2>
    <ol>
      {SECTIONS.map(([id, title]) => (
        <li key={id}>
          <a href={`#${id}`}>
            <Say of={title} />
          </a>
        </li>
      ))}
    </ol>
  </nav>
);

import { createHash } from 'node:crypto';
import { render } from 'preact-render-to-string';
import { clientScripts, styleSheet } from '../assets.js';
import type { Words } from '../input.js';
import { sayVeils } from '../policy/veil.js';
import { CaseMap } from './CaseMap.js';
import { Contents } from './Contents.js';
import { Control } from './Control.js';
import { Disputes } from './Disputes.js';
import type { DossierCase } from './dossierCase.js';
import { Incidents } from './Incidents.js';
import { MarkShapes } from './Mark.js';
import { Masthead } from './Masthead.js';
import { Method } from './Method.js';
import { Reports } from './Reports.js';
import { Say } from './Said.js';
import { Timeline } from './Timeline.js';
import { Tolls } from './Tolls.js';

const hashOf = (script: string): string => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

/** The browser itself forbids any request: what the page needs is in it. */
const contentPolicy = (scripts: readonly string[]): string =>
  [
    "default-src 'none'",
    `script-src ${scripts.map(hashOf).join(' ')}`,
    "style-src 'unsafe-inline'",
    'font-src data:',
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

const Footer = ({ of }: { readonly of: DossierCase }) => {
  const { program } = of.published.record;
  return (
    <footer class="colophon">
      <p>
        <Say of="madeBy" /> <bdi class="n">{program.version}</bdi>, <Say of="lexicon" />{' '}
        <bdi class="n">{program.lexicon}</bdi> · <Say of="asOf" /> <bdi class="n">{of.published.asOf}</bdi>
      </p>
      <p>
        <Say of="licence" />
      </p>
    </footer>
  );
};

const Page = ({ of, words }: { readonly of: DossierCase; readonly words: Words }) => {
  const scripts = clientScripts();
  return (
    <html lang="ar" dir="rtl">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={contentPolicy(scripts)} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="generator" content={`isnad ${of.published.record.program.version}`} />
        <title>{sayVeils(of.published.record.case)}</title>
        <style dangerouslySetInnerHTML={{ __html: styleSheet() }} />
      </head>
      <body>
        <a class="skip" href="#top">
          <Say of="skip" />
        </a>
        <MarkShapes />
        <div class="page">
          <Contents />
          <main>
            <Masthead of={of} />
            <Timeline of={of} />
            <CaseMap of={of} />
            <Incidents of={of} />
            <Tolls of={of} />
            <Control of={of} />
            <Disputes of={of} />
            <Reports of={of} />
            <Method of={of} words={words} />
            <Footer of={of} />
          </main>
        </div>
        {scripts.map((script) => (
          <script key={hashOf(script)} type="module" dangerouslySetInnerHTML={{ __html: script }} />
        ))}
      </body>
    </html>
  );
};

/** `index.html`: the whole dossier in one file. */
export const dossierPage = (of: DossierCase, words: Words): string =>
  `<!doctype html>\n${render(<Page of={of} words={words} />)}\n`;

import type { Incident } from '@isnad/model';
import { anchor, type DossierCase } from './dossierCase.js';
import { Composed } from './Said.js';

/** An incident by its title; a link where the page shows it. */
export const IncidentLink = ({ of, incident }: { readonly of: DossierCase; readonly incident: Incident }) =>
  of.isShown(incident.id) ? (
    <a href={`#${anchor('incident', incident.id)}`}>
      <Composed {...incident.title} />
    </a>
  ) : (
    <Composed {...incident.title} />
  );

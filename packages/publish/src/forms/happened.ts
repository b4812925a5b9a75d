import type { Incident } from '@isnad/model';
import type { LossTally } from './losses.js';

/** Whether an incident is told as having happened, be it with doubt; a denial or a plan must not be counted. */
export const isTold = ({ modality }: Pick<Incident, 'modality'>): boolean =>
  modality === 'asserted' || modality === 'uncertain';

/** The incidents that are told as having happened; how many are not is counted, by how they are told. */
export const toldOf = (incidents: readonly Incident[], tally: LossTally): readonly Incident[] =>
  incidents.filter((incident) => {
    if (!isTold(incident)) tally.lose(`incident is ${incident.modality}, not told as having happened`);
    return isTold(incident);
  });

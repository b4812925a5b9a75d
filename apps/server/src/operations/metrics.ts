import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { SeenRequest } from './seen.js';

/** What a case being shown amounts to now. */
export interface CaseState {
  readonly name: string;
  readonly reports: number;
  readonly claims: number;
  readonly incidents: number;
  readonly decisions: number;
  readonly listeners: number;
  readonly state: 'current' | 'building' | 'failed';
}

/** Figures about a server for Prometheus, in its text form 0.0.4. Counts only: no words of a report, no names, no addresses. */
export interface Metrics {
  readonly saw: (request: SeenRequest) => void;
  /** A slip of the program. */
  readonly slipped: () => void;
  readonly text: () => Promise<string>;
  readonly contentType: string;
}

/** Seconds; the aim is 0.1 for whatever a person waits for. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10];

export const createMetrics = (cases: () => readonly CaseState[]): Metrics => {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'isnad_http_request_seconds',
    help: 'Time to the head of an answer',
    labelNames: ['operation', 'method', 'status'],
    buckets: BUCKETS,
    registers,
  });
  const slips = new Counter({ name: 'isnad_slips_total', help: 'Mistakes of the program', registers });
  const ofCases = (name: string, help: string, value: (state: CaseState) => number) =>
    new Gauge({
      name,
      help,
      labelNames: ['case'],
      registers,
      collect() {
        this.reset();
        for (const state of cases()) this.set({ case: state.name }, value(state));
      },
    });
  ofCases('isnad_case_reports', 'Reports of the record that is shown', ({ reports }) => reports);
  ofCases('isnad_case_claims', 'Claims of the record that is shown', ({ claims }) => claims);
  ofCases('isnad_case_incidents', 'Incidents of the record that is shown', ({ incidents }) => incidents);
  ofCases('isnad_case_decisions', 'Decisions, the retired ones too', ({ decisions }) => decisions);
  ofCases('isnad_case_listeners', 'Open workspaces', ({ listeners }) => listeners);
  ofCases('isnad_case_building', '1 while the record is being built', ({ state }) => Number(state === 'building'));
  ofCases('isnad_case_build_failed', '1 when the last build failed', ({ state }) => Number(state === 'failed'));
  return {
    saw: ({ operation, method, status, ms }) => requests.observe({ operation, method, status }, ms / 1000),
    slipped: () => slips.inc(),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
};

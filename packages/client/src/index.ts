/** A typed client of the HTTP API. Of the schemas it takes types only: none of them gets into a bundle. */

export type * from '@isnad/api';
export { FACETS, INCIDENT_ORDERS } from '@isnad/api/facets';
export { type Answered, addressOf, type Client, createClient, type Given, Refusal } from './client.js';

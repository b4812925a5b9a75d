import type { Answer } from '@isnad/client';
import { computed, signal } from '@preact/signals';
import { decider } from './settings.js';

/** Who looks, as the server knows them; null until it has told. */
export const viewer = signal<Answer<'overview'>['viewer'] | null>(null);

/** Name of whoever is signed in; null where nobody has to, and each says the own name. */
export const signedIn = computed(() => viewer.value?.name ?? null);

/** In whose name decisions are made; empty where nobody has said. */
export const author = computed(() => signedIn.value ?? decider.value);

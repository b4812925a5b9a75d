import type { Answer } from '@isnad/client';
import { isAtLeast, type Role } from '@isnad/model';
import { computed, signal } from '@preact/signals';
import { decider } from './settings.js';

/** Who looks, as the server knows them; null until it has told. */
export const viewer = signal<Answer<'overview'>['viewer'] | null>(null);

/** Name of whoever is signed in; null where nobody has to, and each says the own name. */
export const signedIn = computed(() => viewer.value?.name ?? null);

/** In whose name decisions are made; empty where nobody has said. */
export const author = computed(() => signedIn.value ?? decider.value);

/** Whether whoever looks may do what takes a role; until the server has told who looks, it is let be asked. */
export const may = (least: Role): boolean => viewer.value === null || isAtLeast(viewer.value.role, least);

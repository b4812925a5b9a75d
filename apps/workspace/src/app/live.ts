import type { Work } from '@isnad/client';
import { signal } from '@preact/signals';
import { client, revision } from './ask.js';

/** What the server is doing to the record. */
export const building = signal<'idle' | 'building' | 'failed'>('idle');

/** What workers last told of the case; null before they told anything. */
export const work = signal<Work | null>(null);

/** Takes new answers whenever the server tells that the record or the decisions changed. */
export const startLive = (): void => {
  let revisionSeen: string | null = null;
  client.listen((event) => {
    if (event.event === 'hello') {
      if (revisionSeen !== null && revisionSeen !== event.revision) revision.value++;
      revisionSeen = event.revision;
    } else if (event.event === 'work') work.value = event.work;
    else if (event.event === 'build') building.value = event.stage === 'failed' ? 'failed' : 'building';
    else {
      if (event.event === 'record') {
        building.value = 'idle';
        revisionSeen = event.revision;
      }
      revision.value++;
    }
  });
};

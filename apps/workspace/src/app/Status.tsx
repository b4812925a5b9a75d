import { words } from '../words/words.js';
import { building } from './live.js';
import { say, toast } from './say.js';

/** What is said without being asked: that a decision was kept, that the record is built. Screen readers hear it. */
export const Status = () => {
  const shown = toast.value;
  return (
    <>
      <div class="status" role="status" aria-live="polite">
        {shown && (
          <div class={`toast ${shown.isBad ? 'bad' : ''}`}>
            <span>{shown.text}</span>
            {shown.undo && (
              <button
                type="button"
                onClick={() => {
                  const { undo } = shown;
                  toast.value = null;
                  undo!();
                }}
              >
                {words.value.decide.undo} <kbd>u</kbd>
              </button>
            )}
          </div>
        )}
      </div>
      <div class="unseen" role="status" aria-live="polite">
        {say.value || (building.value === 'idle' ? '' : words.value.live[building.value])}
      </div>
    </>
  );
};

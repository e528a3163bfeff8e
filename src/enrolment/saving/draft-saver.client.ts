/**
 * Saves the page while it is being filled in: a second after the last key, at once when the page is left. What could not be
 * sent stays on the page, is tried again, and is never called saved before the server says so. Nothing is stored here.
 */
const AFTER_TYPING = 1000;
const TRY_AGAIN = 5000;

type Said = 'self' | 'saving' | 'saved' | 'partly' | 'offline' | 'busy' | 'elsewhere' | 'gone' | 'signedOut';

interface Kept {
  readonly draft: string;
  readonly version: number;
  readonly at: string;
  readonly partly: boolean;
}

interface NotKept {
  readonly why: 'changed-meanwhile' | 'gone';
}

class DraftSaver extends HTMLElement {
  private dirty = false;
  private sending = false;
  private stopped = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    const form = document.getElementById(this.dataset['form'] ?? '');
    if (!(form instanceof HTMLFormElement)) return;
    // The answer to a refused sending gets an address that can be reloaded and come back to.
    if (this.dataset['posted']) history.replaceState(null, '', this.dataset['posted']);
    if (this.line()?.textContent.trim() === '') this.say('self');

    form.addEventListener('input', () => {
      this.dirty = true;
      this.soon(form, AFTER_TYPING);
    });
    form.addEventListener('submit', (event) => {
      if (!navigator.onLine) {
        event.preventDefault();
        event.stopImmediatePropagation();
        this.say('offline');
        this.scrollIntoView({ block: 'center' });
        return;
      }
      // From here on the form itself carries everything, and newer than anything under way.
      this.stopped = true;
      this.dirty = false;
      clearTimeout(this.timer);
      this.nextTurn(form);
    });
    addEventListener('pageshow', () => (this.stopped = false));
    addEventListener('online', () => this.soon(form, 0));
    document.addEventListener('visibilitychange', () => this.soon(form, 0));
    addEventListener('beforeunload', (event) => {
      if (this.dirty && !this.stopped) event.preventDefault();
    });
  }

  private line(): HTMLElement | null {
    return this.querySelector<HTMLElement>('[data-line]');
  }

  private say(what: Said, time = ''): void {
    const line = this.line();
    if (line) line.textContent = (this.dataset[what] ?? '').replace('{time}', time);
    const door = this.querySelector('a');
    if (door) door.hidden = what !== 'signedOut';
  }

  private soon(form: HTMLFormElement, wait: number): void {
    clearTimeout(this.timer);
    if (this.dirty && !this.stopped) this.timer = setTimeout(() => void this.send(form), wait);
  }

  private field(form: HTMLFormElement, name: string): HTMLInputElement | null {
    return form.querySelector<HTMLInputElement>(`input[type="hidden"][name="${name}"]`);
  }

  private nextTurn(form: HTMLFormElement): void {
    const turn = this.field(form, 'turn');
    if (turn) turn.value = String(Number(turn.value) + 1);
  }

  private async send(form: HTMLFormElement): Promise<void> {
    // One at a time: what is typed meanwhile goes with the next.
    if (this.sending || this.stopped) return;
    this.sending = true;
    this.dirty = false;
    this.nextTurn(form);
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
    let again = 0;
    try {
      const answer = await fetch('/enrol/keep', { method: 'POST', body, keepalive: true });
      if (answer.ok) {
        const kept = (await answer.json()) as Kept | NotKept;
        if ('why' in kept) this.say(kept.why === 'gone' ? 'gone' : 'elsewhere');
        else {
          const [seen, draft] = [this.field(form, 'seen'), this.field(form, 'draft')];
          if (seen) seen.value = String(kept.version);
          if (draft) draft.value = kept.draft;
          this.say(kept.partly ? 'partly' : 'saved', kept.at);
        }
      } else if (answer.status === 401) {
        this.dirty = true;
        this.say('signedOut');
      } else if (answer.status === 404) {
        this.say('gone');
      } else {
        this.dirty = true;
        again = TRY_AGAIN;
        this.say('busy');
      }
    } catch {
      this.dirty = true;
      again = TRY_AGAIN;
      this.say('offline');
    }
    this.sending = false;
    if (this.dirty) this.soon(form, again || AFTER_TYPING);
  }
}

customElements.define('draft-saver', DraftSaver);

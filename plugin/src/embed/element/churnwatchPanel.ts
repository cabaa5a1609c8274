import { addressOf, ATTRIBUTES, type Reader } from './address';
import { readMessage } from './message';

const STYLES = `
  :host { display: block; position: relative; min-height: 120px; }
  :host([hidden]) { display: none; }
  iframe { display: block; width: 100%; height: 100%; border: 0; color-scheme: normal; }
  p { position: absolute; inset: 0; display: grid; place-items: center; margin: 0; padding: 1em;
      font: 14px/1.5 system-ui, sans-serif; color: #6b7280; text-align: center; }
  p[hidden] { display: none; }
`;

/** Time in ms after which a frame that has arrived and says nothing is told of. */
const PATIENCE_MS = 20_000;

/**
 * `<churnwatch-panel link="…">`, or with `src`, `dashboard` and `panel`: a dashboard or panel of Churnwatch in a frame
 * that is as high as its content. Tells `churnwatch-ready` and `churnwatch-error` as events.
 */
export class ChurnwatchPanel extends HTMLElement {
  static readonly observedAttributes = [...ATTRIBUTES, 'height', 'label'];

  private readonly frame = document.createElement('iframe');
  private readonly note = document.createElement('p');
  private timer: number | undefined;
  private address: URL | undefined;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLES);
    root.adoptedStyleSheets = [sheet];
    this.note.setAttribute('role', 'status');
    this.frame.setAttribute('referrerpolicy', 'strict-origin');
    this.frame.setAttribute('loading', 'lazy');
    this.frame.addEventListener('load', this.arrived);
    root.append(this.frame, this.note);
  }

  connectedCallback(): void {
    window.addEventListener('message', this.hear);
    this.show();
  }

  disconnectedCallback(): void {
    window.removeEventListener('message', this.hear);
    window.clearTimeout(this.timer);
  }

  attributeChangedCallback(): void {
    if (this.isConnected) this.show();
  }

  private show(): void {
    const height = Number(this.getAttribute('height'));
    const label = this.getAttribute('label');
    if (height > 0) this.style.height = `${height}px`;
    this.frame.title = label ?? 'Churnwatch';
    const read: Reader = (name) => this.getAttribute(name) ?? undefined;
    const address = addressOf(read, window.location.origin);
    if (typeof address === 'string') return this.fail(address);
    if (address.href === this.address?.href) return;
    this.address = address;
    this.say(this.getAttribute('loading-text') ?? 'Loading…');
    window.clearTimeout(this.timer);
    this.frame.src = address.href;
  }

  /** Also when the server is not there, or refuses to be shown: the page that a browser shows then says nothing. */
  private readonly arrived = (): void => {
    const { address } = this;
    if (!address) return;
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(
      () => this.fail(`Nothing came from ${address.origin}. Is the server there, and may this page embed it?`),
      PATIENCE_MS,
    );
  };

  private readonly hear = (event: MessageEvent): void => {
    if (event.source !== this.frame.contentWindow || event.origin !== this.address?.origin) return;
    const message = readMessage(event.data);
    if (!message) return;
    window.clearTimeout(this.timer);
    this.note.hidden = true;
    if (message.type === 'size' && !this.hasAttribute('height')) this.style.height = `${message.height}px`;
    if (message.type === 'error') this.tell('churnwatch-error', { message: message.message });
    if (message.type === 'ready') {
      if (!this.hasAttribute('label')) this.frame.title = message.title;
      this.tell('churnwatch-ready', { title: message.title });
    }
  };

  private fail(message: string): void {
    this.say(message);
    this.note.setAttribute('role', 'alert');
    this.tell('churnwatch-error', { message });
  }

  private say(text: string): void {
    this.note.textContent = text;
    this.note.setAttribute('role', 'status');
    this.note.hidden = false;
  }

  private tell(name: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

if (!customElements.get('churnwatch-panel')) customElements.define('churnwatch-panel', ChurnwatchPanel);

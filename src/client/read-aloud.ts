/** Reads the text with the browser's voice, sentence by sentence, and marks the one that is read. */
import { sentencesOf } from '../corpus/sentence.ts';
import { textNodes, unwrapWords, wrapWords } from './words-in-page.ts';

interface Sentence { readonly paragraph: HTMLElement; readonly start: number; readonly end: number; readonly words: string }

/** What a voice says for a blank, which it would spell as asterisks. */
const BLANK = '某某';

const synthesis = window.speechSynthesis;
let reader: Reader | null = null;

/**
 * @param from the paragraph to start at; the first when `null`
 * @param asked what the reader pressed, and where the focus returns when it is over
 */
export function readAloud(from: HTMLElement | null, asked: HTMLElement): void {
  reader?.stop();
  reader = new Reader(from, asked);
  reader.read();
}

class Reader {
  private readonly sentences: readonly Sentence[];
  private readonly bar = document.createElement('p');
  private readonly pauseButton = button(() => this.pause());
  private readonly status = document.createElement('span');
  private readonly asked: HTMLElement;
  private marks: HTMLElement[] = [];
  private at: number;
  private paused = false;
  private stopped = false;
  /** Kept, since browsers forget utterances that nobody holds, and with them their end. */
  private utterance: SpeechSynthesisUtterance | null = null;

  constructor(from: HTMLElement | null, asked: HTMLElement) {
    this.asked = asked;
    this.sentences = Array.from(document.querySelectorAll<HTMLElement>('.text [data-paragraph]'))
      .filter((paragraph) => paragraph.offsetParent !== null).flatMap(sentencesIn);
    this.at = Math.max(0, this.sentences.findIndex(({ paragraph }) => paragraph === from));
    this.bar.className = 'found-bar reading-bar';
    this.bar.setAttribute('role', 'group');
    this.bar.setAttribute('aria-label', '朗读');
    this.status.setAttribute('role', 'status');
    const stop = button(() => this.stop());
    stop.textContent = '停止';
    this.pauseButton.textContent = '暂停';
    this.bar.append(this.status, this.pauseButton, stop);
    document.body.append(this.bar);
    // Who listens goes on from here.
    document.querySelector<HTMLElement>('continue-reading')?.remove();
    this.pauseButton.focus();
    window.addEventListener('pagehide', this.leave);
  }

  read(): void {
    const sentence = this.sentences[this.at];
    if (!sentence || this.stopped) {
      this.stop();
      return;
    }
    this.mark(sentence);
    synthesis.cancel();
    const utterance = new SpeechSynthesisUtterance(sentence.words);
    utterance.lang = 'zh-CN';
    const voice = synthesis.getVoices().find(({ lang }) => lang.replace('_', '-').toLowerCase().startsWith('zh'));
    if (voice) utterance.voice = voice;
    utterance.addEventListener('end', () => {
      if (this.utterance !== utterance || this.paused) return;
      this.at += 1;
      this.read();
    });
    utterance.addEventListener('error', ({ error }) => {
      if (this.utterance !== utterance || error === 'canceled' || error === 'interrupted') return;
      this.status.textContent = '没有中文语音，不能朗读。';
      this.pauseButton.hidden = true;
    });
    this.utterance = utterance;
    synthesis.speak(utterance);
  }

  /** A paused voice is not to be trusted in every browser: pausing stops it, and it goes on with the same sentence. */
  private pause(): void {
    this.paused = !this.paused;
    this.pauseButton.textContent = this.paused ? '继续' : '暂停';
    if (this.paused) this.silence();
    else this.read();
  }

  stop(): void {
    if (this.stopped) return;
    this.stopped = true;
    this.silence();
    unwrapWords(this.marks);
    const held = this.bar.contains(document.activeElement);
    this.bar.remove();
    window.removeEventListener('pagehide', this.leave);
    if (held) this.asked.focus({ preventScroll: true });
  }

  private readonly leave = (): void => this.silence();

  private silence(): void {
    this.utterance = null;
    synthesis.cancel();
  }

  private mark({ paragraph, start, end }: Sentence): void {
    unwrapWords(this.marks);
    this.marks = wrapWords(textNodes(paragraph), start, end, 'spoken');
    const box = this.marks[0]?.getBoundingClientRect();
    if (box && (box.top < 0 || box.bottom > window.innerHeight * 0.8)) this.marks[0]!.scrollIntoView({ block: 'center' });
  }
}

function sentencesIn(paragraph: HTMLElement): Sentence[] {
  const text = textNodes(paragraph).map(({ data }) => data).join('');
  return sentencesOf(text).map(({ start, end }) => ({ paragraph, start, end, words: text.slice(start, end).replace(/\*+/g, BLANK) }));
}

function button(pressed: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.addEventListener('click', pressed);
  return made;
}

/** Offers drawing where there is a script: the pad, and the choice between it and typing. */
import SignaturePad, { type PointGroup } from 'signature_pad';
import { PAD } from './mark.ts';

const MOST_CHARACTERS = 19_000;

class SignMark extends HTMLElement {
  connectedCallback(): void {
    const canvas = this.querySelector('canvas');
    const path = this.querySelector<HTMLInputElement>('input[name="path"]');
    if (!canvas || !path) return;
    const choice = this.querySelector<HTMLElement>('[data-choice]');
    if (choice) choice.hidden = false;

    const pad = new SignaturePad(canvas, { minWidth: 1.2, maxWidth: 2.8, penColor: '#14292c' });
    /** The box that both the browser's canvas and the paper share. */
    const scale = (): number => Math.min(PAD.width / canvas.clientWidth, PAD.height / canvas.clientHeight);
    const keep = (): void => {
      path.value = toPath(pad.toData(), scale(), canvas.clientWidth, canvas.clientHeight);
    };
    const fit = (): void => {
      if (canvas.clientWidth === 0) return;
      const ratio = Math.max(window.devicePixelRatio, 1);
      canvas.width = canvas.clientWidth * ratio;
      canvas.height = canvas.clientHeight * ratio;
      canvas.getContext('2d')?.scale(ratio, ratio);
      pad.fromData(fromPath(path.value, scale(), canvas.clientWidth, canvas.clientHeight));
    };
    const show = (): void => {
      const way = this.querySelector<HTMLInputElement>('input[name="method"]:checked')?.value ?? 'typed';
      for (const part of this.querySelectorAll<HTMLElement>('[data-way]'))
        part.hidden = part.dataset['way'] !== way;
      if (way === 'drawn') fit();
    };

    pad.addEventListener('endStroke', keep);
    this.querySelector('[data-clear]')?.addEventListener('click', () => {
      pad.clear();
      path.value = '';
    });
    choice?.addEventListener('change', show);
    window.addEventListener('resize', fit);
    show();
  }
}

const round = (value: number): string => String(Math.round(value * 10) / 10);

/** Strokes as moves and lines in the 300 × 100 box; thinned when somebody writes a very long name. */
function toPath(groups: readonly PointGroup[], scale: number, width: number, height: number): string {
  const dx = (PAD.width - width * scale) / 2;
  const dy = (PAD.height - height * scale) / 2;
  const clamp = (value: number, most: number): number => Math.min(Math.max(value, 0), most);
  for (let step = 1; ; step++) {
    const strokes = groups.map(({ points }) => {
      const kept = points.filter((_, i) => i % step === 0 || i === points.length - 1);
      // A dot is a line too short to see but there.
      const all = kept.length === 1 && kept[0] ? [kept[0], { ...kept[0], x: kept[0].x + 1 / scale }] : kept;
      return all
        .map(
          (point, i) =>
            `${i === 0 ? 'M' : 'L'}${round(clamp(point.x * scale + dx, PAD.width))} ${round(clamp(point.y * scale + dy, PAD.height))}`,
        )
        .join('');
    });
    const path = strokes.join('');
    if (path.length <= MOST_CHARACTERS) return path;
  }
}

function fromPath(path: string, scale: number, width: number, height: number): PointGroup[] {
  const dx = (PAD.width - width * scale) / 2;
  const dy = (PAD.height - height * scale) / 2;
  return path
    .split('M')
    .filter((stroke) => stroke !== '')
    .map((stroke) => ({
      minWidth: 1.2,
      maxWidth: 2.8,
      dotSize: 0,
      penColor: '#14292c',
      velocityFilterWeight: 0.7,
      compositeOperation: 'source-over',
      points: stroke.split('L').map((point, time) => {
        const [x = '0', y = '0'] = point.split(' ');
        return { x: (Number(x) - dx) / scale, y: (Number(y) - dy) / scale, pressure: 0.5, time: time * 16 };
      }),
    }));
}

customElements.define('sign-mark', SignMark);

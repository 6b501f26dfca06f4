import type { RefObject } from 'preact';
import { useContext, useEffect, useRef } from 'preact/hooks';
import { everyFrame, PictureClock } from './picture-clock.ts';
import { readColours, watchColours, type PictureColours } from './picture-colours.ts';

export type { PictureColours } from './picture-colours.ts';

/** Size of a picture in CSS pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

export type DrawPicture = (
  context: CanvasRenderingContext2D,
  size: PictureSize,
  colours: PictureColours,
) => void;

/**
 * Draw into a canvas: at every frame while the sound moves and the canvas is on the screen, four times a second where
 * reduced motion is asked for, and otherwise once whenever `deps`, the size or the colours have changed.
 *
 * `draw` finds an empty canvas, measures in CSS pixels, and is the last one that was given.
 */
export function usePicture(
  canvasRef: RefObject<HTMLCanvasElement>,
  draw: DrawPicture,
  deps: readonly unknown[],
): void {
  const clock = useContext(PictureClock);
  const drawRef = useRef(draw);
  drawRef.current = draw;
  const stageRef = useRef<Stage | null>(null);

  useEffect(() => {
    const canvas = canvasRef.current;
    if (!canvas) return;
    const stage = new Stage(canvas, (...args) => drawRef.current(...args));
    stageRef.current = stage;
    const unsubscribe = clock.subscribe((moving) => stage.setMoving(moving));
    return () => {
      unsubscribe();
      stage.dispose();
      stageRef.current = null;
    };
  }, [clock]);

  useEffect(() => stageRef.current?.invalidate(), deps);
}

/** One canvas with all that makes it draw. */
class Stage {
  private readonly canvas: HTMLCanvasElement;
  private readonly context: CanvasRenderingContext2D;
  private readonly draw: DrawPicture;
  private readonly endings: (() => void)[];
  private readonly motion = matchMedia('(prefers-reduced-motion: reduce)');
  private colours: PictureColours | null = null;
  private size: PictureSize = { width: 0, height: 0 };
  private visible = false;
  private moving = false;
  private stale = true;
  private endMotion: (() => void) | null = null;
  private frame = 0;

  constructor(canvas: HTMLCanvasElement, draw: DrawPicture) {
    this.canvas = canvas;
    this.context = canvas.getContext('2d')!;
    this.draw = draw;
    const resize = new ResizeObserver(() => this.resize());
    resize.observe(canvas);
    const sight = new IntersectionObserver(([entry]) => this.setVisible(entry!.isIntersecting));
    sight.observe(canvas);
    const onMotion = (): void => this.run();
    this.motion.addEventListener('change', onMotion);
    const endColours = watchColours(() => {
      this.colours = null;
      this.invalidate();
    });
    this.endings = [
      () => resize.disconnect(),
      () => sight.disconnect(),
      () => this.motion.removeEventListener('change', onMotion),
      endColours,
    ];
  }

  setMoving(moving: boolean): void {
    if (moving === this.moving) return;
    this.moving = moving;
    this.run();
    this.invalidate();
  }

  /** Something else is to be seen: draw once, soon, or when it comes into sight. */
  invalidate(): void {
    this.stale = true;
    if (!this.visible || this.endMotion) return;
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.paint());
  }

  dispose(): void {
    this.endMotion?.();
    cancelAnimationFrame(this.frame);
    for (const end of this.endings) end();
  }

  private setVisible(visible: boolean): void {
    this.visible = visible;
    this.run();
    if (visible && this.stale) this.invalidate();
  }

  /** Start or end the frames, or change their pace. */
  private run(): void {
    this.endMotion?.();
    this.endMotion = this.moving && this.visible ? everyFrame(() => this.paint(), this.motion.matches) : null;
  }

  private resize(): void {
    const { canvas } = this;
    this.size = { width: canvas.clientWidth, height: canvas.clientHeight };
    const ratio = devicePixelRatio;
    canvas.width = Math.round(this.size.width * ratio);
    canvas.height = Math.round(this.size.height * ratio);
    // A canvas that changes its size is empty: no frame may pass before it is drawn.
    if (this.visible) this.paint();
    else this.stale = true;
  }

  private paint(): void {
    const { context, canvas, size } = this;
    if (size.width === 0 || size.height === 0) return;
    this.stale = false;
    this.colours ??= readColours(canvas);
    context.setTransform(canvas.width / size.width, 0, 0, canvas.height / size.height, 0, 0);
    context.clearRect(0, 0, size.width, size.height);
    this.draw(context, size, this.colours);
  }
}

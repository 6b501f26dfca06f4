import type { DrawPicture, PictureColours, PictureSize } from './use-picture.ts';

/** The part of a picture that stands still: drawn once, copied into every frame until something of it changes. */
export class StaticLayer {
  private readonly canvas = document.createElement('canvas');
  private readonly context = this.canvas.getContext('2d')!;
  private key: readonly unknown[] = [];

  /**
   * Put the layer into `context`.
   *
   * @param deps what the drawing depends on, beside size and colours
   */
  show(
    context: CanvasRenderingContext2D,
    size: PictureSize,
    colours: PictureColours,
    deps: readonly unknown[],
    draw: DrawPicture,
  ): void {
    const { width, height } = context.canvas;
    const key = [width, height, colours, ...deps];
    if (key.length !== this.key.length || key.some((part, i) => part !== this.key[i])) {
      this.key = key;
      this.canvas.width = width;
      this.canvas.height = height;
      this.context.setTransform(width / size.width, 0, 0, height / size.height, 0, 0);
      draw(this.context, size, colours);
    }
    context.drawImage(this.canvas, 0, 0, size.width, size.height);
  }
}

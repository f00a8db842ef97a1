import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atEnd } from '../at-end.js';
import { launchChromium } from './chromium.js';

/** What a person does with a drawing; `kind` and `lane` by way of the step list. */
type Act =
  | { move: string[]; by: { x: number; y: number }; into?: string }
  | { remove: string[] }
  | { divide: string }
  | { resize: string; to: { x?: number; y?: number; width?: number; height?: number } }
  | { kind: string; to: string }
  | { step: string; lane: string }
  | 'undo';

/** A drawing after somebody worked on it: as the editor writes it, and where everything is. */
export interface Drawn {
  xml: string;
  boxes: { id: string; type: string; x: number; y: number; width: number; height: number }[];
}

/** What came of giving every command and taking it back. */
interface Undone {
  /** Commands that changed the file. */
  changed: string[];
  /** What undo or redo did not bring back as it was. */
  wrong: { command: string; turn: string; wanted: string; now: string }[];
  /** What the library cannot do at all. */
  failed: string[];
}

/** The editor of the page without the page around it. */
export interface CanvasAlone {
  afterwards(xml: string, ...acts: Act[]): Promise<Drawn>;
  /** Every command on so many elements of each type, each with undo, redo and undo. */
  undoneEach(xml: string, most: number): Promise<Undone>;
}

/** Opens the editor in a browser; it stops by itself after the last test of the file. */
export async function openCanvasAlone(): Promise<CanvasAlone> {
  const folder = mkdtempSync(join(tmpdir(), 'knipkaart-canvas-'));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  const config = 'test/browser/canvas-alone.vite.mjs';
  const args = ['node_modules/vite/bin/vite.js', 'build', '--config', config, '--outDir', folder];
  execFileSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  const browser = await launchChromium();
  atEnd(() => browser.close());
  const page = await browser.newPage();
  await page.setContent('<body></body>');
  await page.addScriptTag({ content: readFileSync(join(folder, 'canvas.js'), 'utf8') });
  return {
    afterwards: (xml, ...acts) =>
      page.evaluate(
        (given) =>
          (globalThis as unknown as { afterwards(xml: string, acts: Act[]): Promise<Drawn> }).afterwards(
            given.xml,
            given.acts,
          ),
        { xml, acts },
      ),
    undoneEach: (xml, most) =>
      page.evaluate(
        (given) =>
          (globalThis as unknown as { undoneEach(xml: string, most: number): Promise<Undone> }).undoneEach(
            given.xml,
            given.most,
          ),
        { xml, most },
      ),
  };
}

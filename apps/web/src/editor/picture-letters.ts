import { lettersInside } from '#bpmn';
import REGULAR from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-400-normal.woff2?url';
import { getOwnFile } from '../http.js';

/** A picture with its letters in it, so that it looks the same where they are not installed. */
export async function withLetters(svg: string): Promise<string> {
  const file = await getOwnFile(REGULAR);
  if (!file) return svg;
  const woff2 = await base64(file);
  return svg.replace(/<svg[^>]*>/, (opening) => opening + lettersInside(woff2));
}

const base64 = (file: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error);
    reader.onload = () => resolve((reader.result as string).replace(/^.*,/, ''));
    reader.readAsDataURL(file);
  });

/**
 * Lets only the owner read and write what this process makes, folders and files, whatever was set before. The
 * log holds names of people, and a backup of it does too.
 */
export function keepFilesPrivate(): void {
  process.umask(0o077);
}

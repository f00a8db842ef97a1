/** One JSON line on stderr; nothing that a person wrote and no secret belongs in it. */
export function logError(message: string, error: unknown, about: Record<string, unknown> = {}): void {
  const cause =
    error instanceof Error
      ? { error: `${error.name}: ${error.message}`, stack: error.stack }
      : { error: String(error) };
  process.stderr.write(
    `${JSON.stringify({ at: new Date().toISOString(), level: 'error', message, ...about, ...cause })}\n`,
  );
}

// The container's health check. Exits with 0 when this instance can serve, or with 1 and the reason.
const address = `http://127.0.0.1:${process.env.PORT || '3000'}/health/ready`;

try {
  const answer = await fetch(address, { signal: AbortSignal.timeout(4_000) });
  if (!answer.ok) throw new Error(await answer.text());
} catch (error) {
  process.stdout.write(`${error.message}\n`);
  process.exitCode = 1;
}

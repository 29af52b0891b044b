// Loaded into n8n before its own code (`node --require`): n8n must not outlive the process that started it, not even when
// that one is killed. The channel between the two closes then, whatever the reason.
const GRACE_MS = 15_000;

process.on('disconnect', () => {
	process.kill(process.pid, 'SIGTERM');
	setTimeout(() => process.exit(1), GRACE_MS).unref();
});
process.channel?.unref();

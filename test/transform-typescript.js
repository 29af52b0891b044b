const { createHash } = require('node:crypto');

const { transformSync, version } = require('esbuild');

/** Strips the types; `npm run types` checks them. */
module.exports = {
	process(source, path) {
		const { code, map } = transformSync(source, {
			loader: 'ts',
			format: 'cjs',
			target: 'es2022',
			sourcefile: path,
			sourcemap: 'both',
			sourcesContent: false,
		});
		return { code, map };
	},
	/** Jest's own would leave out the transformer's version. */
	getCacheKey(source, path, { configString }) {
		return createHash('sha256').update([version, configString, path, source].join('\0')).digest('hex');
	},
};

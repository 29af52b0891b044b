const vm = require('node:vm');

const { TestEnvironment } = require('jest-environment-node');

const { compileFunction } = vm;
/** Scripts, which know no context until they are run in one. */
const compiled = new Map();

/**
 * Jest compiles every module anew for each test file that loads it, and n8n's engine has 1,700 of them. Here a worker compiles
 * each once, for all its test files; what it holds is each file's own, as ever.
 */
vm.compileFunction = (source, parameters, options) => {
	const { filename, parsingContext } = options;
	if (parsingContext === undefined) return compileFunction(source, parameters, options);
	const head = `(function (${parameters.join(', ')}) {`;
	const key = head + filename;
	let known = compiled.get(key);
	if (known?.source !== source) {
		// Without Jest's own options: they would keep the first test file in memory, and serve only a dynamic `import`, which fails.
		known = { source, script: new vm.Script(`${head}${source}\n})`, { filename, columnOffset: -head.length }) };
		compiled.set(key, known);
	}
	return known.script.runInContext(parsingContext);
};

module.exports = TestEnvironment;

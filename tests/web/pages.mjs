// The pages of a rendered site: which there are, of which kind, and where their links lead.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';

// What the name of a page below a plan begins with, where it is not a workstream's.
const SORTS = [
	'actions', 'change', 'closedown', 'compare', 'observation', 'overview', 'paper', 'period',
];
const NAMES = { index: 'plan', candour: 'candour', concerns: 'concerns' };

/** The kind of the page at a path below its site: "plan", "period", "workstream" and so on. */
export function kindOf(path) {
	const name = posix.basename(path, '.html');
	const sort = name.split('-')[0];
	if (posix.dirname(path) === '.')
		return name === 'index' ? 'home' : sort;
	if (name in NAMES)
		return NAMES[name];
	return name.includes('-') && SORTS.includes(sort) ? sort : 'workstream';
}

function filesBelow(folder) {
	return readdirSync(folder, { withFileTypes: true })
		.flatMap((entry) => {
			const path = join(folder, entry.name);
			return entry.isDirectory() ? filesBelow(path) : [path];
		})
		.sort();
}

/** A site as { name, folder, files: Set, pages: [{site, path, file, kind, text, weight}] }. */
export function readSite(name, folder) {
	const files = filesBelow(folder).map((file) => relative(folder, file));
	const site = { name, folder, files: new Set(files), texts: new Map() };
	const sheet = (path) => readFileSync(join(folder, path)).length;
	site.pages = files
		.filter((path) => path.endsWith('.html'))
		.map((path) => {
			const bytes = readFileSync(join(folder, path));
			const text = bytes.toString('utf8');
			const sheets = [...text.matchAll(/<link rel="stylesheet" href="([^"]*)"/g)]
				.map(([, href]) => sheet(posix.join(posix.dirname(path), href)));
			return {
				site, path, text, kind: kindOf(path), file: join(folder, path),
				weight: sheets.reduce((sum, size) => sum + size, bytes.length),
			};
		});
	for (const page of site.pages)
		page.ids = new Set([...page.text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id));
	site.byPath = new Map(site.pages.map((page) => [page.path, page]));
	return site;
}

/** The heaviest page of each kind, in the order of the kinds' names. */
export function onePerKind(site) {
	const chosen = new Map();
	for (const page of site.pages)
		if (!chosen.has(page.kind) || chosen.get(page.kind).weight < page.weight)
			chosen.set(page.kind, page);
	return [...chosen.values()].sort((a, b) => (a.kind < b.kind ? -1 : 1));
}

const unescaped = (text) =>
	text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) =>
		({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name]);

/** What is wrong with the page's links: one line each. */
export function linkFaults(page) {
	const faults = [];
	for (const [, , escaped] of page.text.matchAll(/ (href|src)="([^"]*)"/g)) {
		const href = unescaped(escaped);
		if (/^(https?|mailto):/.test(href))
			continue;
		// What an author wrote may lead anywhere below the plans: only the pages' own are held.
		const [path, fragment] = href.split('#', 2);
		const target = path === ''
			? page.path
			: posix.join(posix.dirname(page.path), decode(path.split('?')[0]));
		if (page.text.includes(`href="${escaped}" rel="`))
			continue;
		if (target.startsWith('..') || !page.site.files.has(target)) {
			faults.push(`leads nowhere: ${href}`);
		} else if (fragment && page.site.byPath.has(target) &&
		           !page.site.byPath.get(target).ids.has(decode(fragment))) {
			faults.push(`no such place on the page: ${href}`);
		}
	}
	return [...new Set(faults)];
}

function decode(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** The parent folder of a page, for messages. */
export const placeOf = (page) => `${page.site.name}/${page.path}`;
export const folderOf = (page) => dirname(page.file);

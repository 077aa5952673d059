// Reads a Mermaid flowchart with Mermaid's own parser and prints what it understood as JSON.
// The folder that holds node_modules is the only argument; jsdom stands in for a browser.
import { createRequire } from "node:module";
import { join } from "node:path";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const modules = join(process.argv[2], "node_modules");
const { JSDOM } = createRequire(join(modules, "any.js"))("jsdom");
const page = new JSDOM("<!doctype html><body></body>").window;
globalThis.window = page;
for (const name of ["document", "Element", "HTMLElement", "SVGElement", "Node", "DOMParser",
    "NodeFilter", "DocumentFragment", "HTMLTemplateElement"]) {
    globalThis[name] = page[name];
}
const place = pathToFileURL(join(modules, "mermaid", "dist", "mermaid.core.mjs"));
const mermaid = (await import(place)).default;
mermaid.initialize({ startOnLoad: false });
const text = readFileSync(0, "utf8");
const { diagramType } = await mermaid.parse(text);
const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
// Until a diagram is drawn, entities stand as numbers between signs of Mermaid's own.
const said = (words) => words.replace(/ﬂ°°(\d+)¶ß/g, (_, code) => String.fromCodePoint(code));
console.log(JSON.stringify({
    kind: diagramType,
    nodes: [...db.getVertices().values()].map((node) => said(node.text)),
    edges: db.getEdges().map((edge) => [edge.start, edge.end, said(edge.text), edge.stroke]),
}));

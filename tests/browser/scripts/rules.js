const done = arguments[arguments.length - 1];
const options = { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], resultTypes: ["violations"] };
axe.run(document, options).then(
  ({ violations }) =>
    done(violations.map(({ id, nodes }) => {
      const places = nodes.slice(0, 3).map((node) => `${node.target.join(" ")} (${node.any.concat(node.all, node.none).map((check) => check.message).join("; ")})`);
      return `${id} at ${nodes.length}: ${places.join(" | ")}`;
    })),
  (error) => done([String(error)]),
);

//! The page's accessibility tree: roles, names and states, without any pixels.

use serde_json::{Value, json};

use crate::page::Page;

/// A node of the accessibility tree that is not ignored.
#[derive(Clone, Debug)]
pub struct AccessibilityNode {
    pub role: String,
    pub name: String,
    /// The engine's number for its DOM element.
    element: i64,
    properties: Value,
    /// Its depth in the tree.
    depth: usize,
}

/// A snapshot of the tree, in reading order; Chromium only.
pub struct Tree(pub Vec<AccessibilityNode>);

impl Tree {
    pub fn of(page: &Page) -> Self {
        page.devtools("Accessibility.enable", json!({}));
        let answer = page.devtools("Accessibility.getFullAXTree", json!({}));
        let nodes = answer["nodes"].as_array().expect("a list of nodes");
        let node = |id: &Value| nodes.iter().find(|node| node["nodeId"] == *id);
        let (mut things, mut waiting) = (Vec::new(), vec![(&nodes[0], 0)]);
        while let Some((at, depth)) = waiting.pop() {
            if at["ignored"] != true {
                things.push(AccessibilityNode::read(at, depth));
            }
            let children = at["childIds"].as_array().into_iter().flatten().filter_map(node);
            waiting.extend(children.map(|child| (child, depth + 1)).collect::<Vec<_>>().into_iter().rev());
        }
        Self(things)
    }

    pub fn all(&self, role: &str) -> impl Iterator<Item = &AccessibilityNode> {
        self.0.iter().filter(move |thing| thing.role == role)
    }

    /// The first node of a role whose name contains these words.
    #[track_caller]
    pub fn find(&self, role: &str, words: &str) -> &AccessibilityNode {
        self.all(role).find(|thing| thing.name.contains(words)).unwrap_or_else(|| {
            let names: Vec<&str> = self.all(role).map(|thing| thing.name.as_str()).collect();
            panic!("no {role} is called {words:?}; there are {names:?}")
        })
    }

    /// The descendants of a node.
    pub fn within(&self, thing: &AccessibilityNode) -> &[AccessibilityNode] {
        let at = self.0.iter().position(|other| other.element == thing.element && other.role == thing.role);
        let inner = &self.0[at.map_or(self.0.len(), |at| at + 1)..];
        let end = inner.iter().position(|other| other.depth <= thing.depth).unwrap_or(inner.len());
        &inner[..end]
    }

    /// The words within a node, in reading order.
    pub fn words(&self, thing: &AccessibilityNode) -> String {
        self.within(thing).iter().filter(|inner| inner.role == "StaticText").map(|inner| inner.name.as_str()).collect()
    }

    /// The focused node.
    pub fn focused(&self) -> Option<&AccessibilityNode> {
        self.0.iter().rev().find(|thing| thing.property("focused") == true && thing.role != "RootWebArea")
    }
}

impl AccessibilityNode {
    fn read(node: &Value, depth: usize) -> Self {
        let text = |what: &str| node[what]["value"].as_str().unwrap_or_default().to_owned();
        let element = node["backendDOMNodeId"].as_i64().unwrap_or_default();
        Self {
            role: text("role"),
            name: text("name").replace('\u{200b}', ""),
            element,
            properties: node["properties"].clone(),
            depth,
        }
    }

    /// A state, such as whether it is expanded; null if it has none.
    pub fn property(&self, name: &str) -> &Value {
        let found = self.properties.as_array().into_iter().flatten().find(|property| property["name"] == name);
        found.map_or(&Value::Null, |property| &property["value"]["value"])
    }

    /// Clicks the element.
    pub fn press(&self, page: &Page) {
        self.call(page, "function () { this.click(); }");
    }

    pub fn focus(&self, page: &Page) {
        self.call(page, "function () { this.focus(); }");
    }

    fn call(&self, page: &Page, function: &str) {
        let resolved = page.devtools("DOM.resolveNode", json!({ "backendNodeId": self.element }));
        let object = &resolved["object"]["objectId"];
        page.devtools("Runtime.callFunctionOn", json!({ "objectId": object, "functionDeclaration": function }));
    }
}

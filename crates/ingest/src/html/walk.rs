//! The parts of a piece of HTML in reading order: headings and paragraphs, white space made plain.

use crate::layout::Shape;
use dom_query::NodeRef;

/// A heading or paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its words, blanks single, no line ends.
    pub text: String,
    /// What it is.
    pub shape: Shape,
    /// Whether all of it is a link.
    pub linked: bool,
}

const HEADINGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];
const CELLS: [&str; 4] = ["td", "th", "dt", "dd"];
const INLINE: [&str; 32] = [
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd",
    "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    "center",
];
const UNREAD: [&str; 19] = [
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "iframe",
    "button",
    "select",
    "input",
    "textarea",
    "video",
    "audio",
    "object",
    "figcaption",
    "head",
    "title",
    "canvas",
    "form",
    "nav",
];
/// Words in the longest paragraph in bold that is a heading.
const LONGEST_HEADING: usize = 14;

/// The parts below a node.
pub fn parts(root: &NodeRef) -> Vec<Part> {
    let mut walk = Walk::default();
    walk.run(root);
    walk.parts
}

#[derive(Default)]
struct Walk {
    parts: Vec<Part>,
    words: String,
    plain: bool,
    heading: usize,
    bold: usize,
    link: usize,
    unlinked: bool,
    cell: usize,
    breaks: usize,
}

/// A step of the walk; the pending steps are a list, so that no depth of nesting can exhaust the stack.
enum Step<'a> {
    Enter(NodeRef<'a>),
    Leave(String),
}

impl Walk {
    fn run(&mut self, root: &NodeRef) {
        let mut steps: Vec<Step> = root.children_it(true).map(Step::Enter).collect();
        while let Some(step) = steps.pop() {
            match step {
                Step::Leave(name) => self.leave(&name),
                Step::Enter(node) if node.is_text() => self.text(&node.text()),
                Step::Enter(node) => {
                    let Some(name) = node.node_name().filter(|name| !UNREAD.contains(&name.as_ref())) else { continue };
                    self.enter(&name);
                    steps.push(Step::Leave(name.to_string()));
                    steps.extend(node.children_it(true).map(Step::Enter));
                }
            }
        }
        self.flush();
    }

    fn enter(&mut self, name: &str) {
        match name {
            "br" => self.line_break(),
            "b" | "strong" => self.bold += 1,
            "a" => self.link += 1,
            _ if INLINE.contains(&name) => {}
            _ => {
                self.flush();
                self.heading += usize::from(HEADINGS.contains(&name));
                self.cell += usize::from(CELLS.contains(&name));
            }
        }
    }

    fn leave(&mut self, name: &str) {
        match name {
            "br" => {}
            "b" | "strong" => self.bold = self.bold.saturating_sub(1),
            "a" => self.link = self.link.saturating_sub(1),
            _ if INLINE.contains(&name) => {}
            _ => {
                self.flush();
                self.heading = self.heading.saturating_sub(usize::from(HEADINGS.contains(&name)));
                self.cell = self.cell.saturating_sub(usize::from(CELLS.contains(&name)));
            }
        }
    }

    /// Two line breaks in a row end a paragraph.
    fn line_break(&mut self) {
        self.breaks += 1;
        if self.breaks > 1 {
            self.flush();
        } else {
            self.words.push(' ');
        }
    }

    fn text(&mut self, text: &str) {
        if !text.trim().is_empty() {
            self.breaks = 0;
            self.plain |= self.bold == 0;
            self.unlinked |= self.link == 0 && text.contains(char::is_alphanumeric);
        }
        self.words.push_str(text);
    }

    fn flush(&mut self) {
        let text = self.words.split_whitespace().collect::<Vec<_>>().join(" ");
        let shape = self.shape(&text);
        if !text.is_empty() {
            self.parts.push(Part { text, shape, linked: !self.unlinked });
        }
        self.words.clear();
        (self.plain, self.unlinked, self.breaks) = (false, false, 0);
    }

    fn shape(&self, text: &str) -> Shape {
        let bold =
            !self.plain && text.split(' ').count() <= LONGEST_HEADING && !text.ends_with(['.', ',', ':', '"', '”']);
        match () {
            _ if self.heading > 0 => Shape::Heading,
            _ if self.cell > 0 => Shape::Line,
            _ if bold => Shape::Heading,
            _ => Shape::Prose,
        }
    }
}

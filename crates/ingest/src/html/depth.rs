//! A guard against pages whose nesting has no end: building and cleaning the tree costs more than the
//! square of the depth, so that a small hostile file could hold up a batch for hours.

/// Elements inside one another that a page may have; browsers stop at 512.
const DEEPEST: usize = 512;
/// Elements that nest without limit when they are not closed.
const NESTING: [&str; 15] = [
    "div",
    "blockquote",
    "section",
    "article",
    "main",
    "aside",
    "ul",
    "ol",
    "dl",
    "center",
    "details",
    "figure",
    "header",
    "footer",
    "nav",
];

/// Whether the tags open deeper than any page does.
pub fn is_bottomless(html: &str) -> bool {
    let mut depth = 0_usize;
    html.split('<').skip(1).any(|tag| {
        let (step, name) = tag.strip_prefix('/').map_or((1, tag), |name| (0, name));
        let known = NESTING.iter().any(|known| begins(name, known));
        depth = if step == 1 { depth + usize::from(known) } else { depth.saturating_sub(usize::from(known)) };
        depth > DEEPEST
    })
}

fn begins(tag: &str, name: &str) -> bool {
    let head = tag.get(..name.len()).is_some_and(|head| head.eq_ignore_ascii_case(name));
    head && !tag.get(name.len()..).is_some_and(|rest| rest.starts_with(|c: char| c.is_alphanumeric() || c == '-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_endless_nesting_is_refused() {
        assert!(is_bottomless(&"<DIV class='x'>".repeat(600)));
        assert!(!is_bottomless(&"<div><p>text</p></div>".repeat(600)));
        assert!(!is_bottomless(&"<divider><p><li>".repeat(600)));
        assert!(!is_bottomless("a < b"));
    }
}

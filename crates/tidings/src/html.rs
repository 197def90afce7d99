//! Text in pages: whatever a text holds, nothing of it is markup.

/// A text as HTML and SVG show it, in elements and in quoted attributes.
pub fn escaped(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut html, c| {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            c if c.is_control() => html.push(' '),
            c => html.push(c),
        }
        html
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_text_is_markup() {
        assert_eq!(escaped("<b title=\"a\">R&D's</b>\u{0}"), "&lt;b title=&quot;a&quot;&gt;R&amp;D&#39;s&lt;/b&gt; ");
    }
}

//! CoNLL-U: what is read, what is refused, and that writing and reading agree.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests may fail and read files")]

use parse::conllu::{self, Sentence};
use std::path::Path;

const SAMPLE: &str = "\
# newpar
# sent_id = s1
# text = They can't pay $5.
1\tThey\tthey\tPRON\tPRP\t_\t4\tnsubj\t_\tEntityKind=person
2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\t_
2\tca\tcan\tAUX\tMD\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tpay\tpay\tVERB\tVB\t_\t0\troot\t_\tFactuality=-2.5
4.1\tpaid\tpay\tVERB\tVBD\t_\t_\t_\t_\t_
5\t$\t$\tSYM\t$\t_\t4\tobj\t_\tSpaceAfter=No
6\t5\t5\tNUM\tCD\t_\t5\tnummod\t_\tSpaceAfter=No
7\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\tSpaceAfter=No

# sent_id = s2
1\tNorth\tNorth\tADJ\tNNP\t_\t2\tamod\t_\tNamed=B-place
2\tAtlantic\tAtlantic\tPROPN\tNNP\t_\t3\tcompound\t_\tNamed=I-place
3\tstates\tstate\tNOUN\tNNS\t_\t0\troot\t_\t_

";

fn row(line: &str) -> String {
    SAMPLE.replacen("1\tThey\tthey\tPRON\tPRP\t_\t4\tnsubj\t_\tEntityKind=person", line, 1)
}

#[track_caller]
fn check_error(input: &str, want: &str) {
    assert_eq!(conllu::read(input).map_err(|e| e.to_string()).unwrap_err(), want);
}

#[test]
fn reads_words_with_their_places() {
    let sentences = conllu::read(SAMPLE).unwrap();
    let words = |s: &Sentence| s.parse.tokens().iter().map(|t| t.span.of(&s.text).to_owned()).collect::<Vec<_>>();
    assert_eq!(words(&sentences[0]), ["They", "ca", "n't", "pay", "$", "5", "."]);
    assert_eq!(words(&sentences[1]), ["North", "Atlantic", "states"]);
    assert_eq!(sentences[0].comment("sent_id"), Some("s1"));
    assert_eq!(sentences[0].parse.token(3).factuality, -2.5);
    assert_eq!((sentences[1].parse.named()[0].first, sentences[1].parse.named()[0].last), (0, 1));
}

#[test]
fn joins_sentences_and_paragraphs() {
    let mut sentences = conllu::read(SAMPLE).unwrap();
    sentences.extend(conllu::read(SAMPLE).unwrap());
    let joined = conllu::join(&sentences);
    let line = "They can't pay $5.North Atlantic states";
    assert_eq!(joined.text, format!("{line}\n\n{line}"));
    assert_eq!(joined.parses[3].token(1).span.of(&joined.text), "Atlantic");
    assert_eq!(joined.parses[3].block, 1);
}

#[test]
fn words_of_a_range_that_do_not_spell_it_share_its_span() {
    let sentences = conllu::read(&SAMPLE.replace("2\tca\tcan", "2\tcan\tcan")).unwrap();
    let tokens = sentences[0].parse.tokens();
    assert_eq!((tokens[1].span, tokens[2].span.of(&sentences[0].text)), (tokens[2].span, "can't"));
}

#[test]
fn errors_name_the_line() {
    check_error(&row("1\tThey"), "line 4: expected 10 columns separated by tabs, found 2");
    check_error(&row("2\tThey\tthey\tPRON\tPRP\t_\t4\tnsubj\t_\t_"), "line 4: unexpected word number \"2\"");
    check_error(&row("1\tThey\tthey\tPRON\tPRP\t_\tx\tnsubj\t_\t_"), "line 4: unreadable head \"x\"");
    check_error(&row("1\tThey\tthey\tPRN\tPRP\t_\t4\tnsubj\t_\t_"), "line 4: unknown UPOS tag \"PRN\"");
    check_error(
        &row("1\tThem\tthey\tPRON\tPRP\t_\t4\tnsubj\t_\t_"),
        "line 4: \"Them\" is not the next word of `# text`",
    );
    check_error(&row("1\tThey\tthey\tPRON\tPRP\t_\t9\tnsubj\t_\t_"), "line 1: token 1 does not lead to the root");
    check_error(
        &row("1\tThey\tthey\tPRON\tPRP\t_\t4\tnsubj\t_\tFactuality=x"),
        "line 4: unreadable value in MISC: \"x\"",
    );
    check_error(&SAMPLE.replace("2-3\t", "3-2\t"), "line 5: unexpected word number \"3-2\"");
}

#[test]
fn what_is_written_reads_back() {
    let sentences = conllu::read(SAMPLE).unwrap();
    assert_eq!(conllu::read(&conllu::write(&sentences)), Ok(sentences));
}

#[test]
fn treebanks_read_and_round_trip() {
    for file in ["ewt/dev", "ewt/test", "gum-open/dev", "gum-open/test", "pud/test"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/syntax").join(file);
        let Ok(text) = std::fs::read_to_string(path.with_extension("conllu")) else {
            eprintln!("skipped: {} is absent", path.display());
            continue;
        };
        let sentences = conllu::read(&text).unwrap_or_else(|e| panic!("{file}: {e}"));
        assert!(sentences.len() > 100, "{file}");
        assert!(conllu::read(&conllu::write(&sentences)) == Ok(sentences), "{file} does not round trip");
    }
}

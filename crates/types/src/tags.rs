//! Tags of a parse: Universal Dependencies v2 as English EWT and GUM use them.

use crate::codes::codes;

codes! {
    /// Universal parts of speech.
    Upos, "UPOS tag" {
        Adj = "ADJ", Adp = "ADP", Adv = "ADV", Aux = "AUX", Cconj = "CCONJ", Det = "DET", Intj = "INTJ",
        Noun = "NOUN", Num = "NUM", Part = "PART", Pron = "PRON", Propn = "PROPN", Punct = "PUNCT",
        Sconj = "SCONJ", Sym = "SYM", Verb = "VERB", X = "X",
    }
}

codes! {
    /// Penn Treebank parts of speech.
    Xpos, "XPOS tag" {
        Nn = "NN", In = "IN", Dt = "DT", Nnp = "NNP", Prp = "PRP", Jj = "JJ", Rb = "RB", Stop = ".",
        Vb = "VB", Nns = "NNS", Comma = ",", Cc = "CC", Vbd = "VBD", Vbp = "VBP", Vbz = "VBZ", Cd = "CD",
        Vbn = "VBN", Vbg = "VBG", Md = "MD", To = "TO", PrpS = "PRP$", Rrb = "-RRB-", Lrb = "-LRB-",
        Wdt = "WDT", Colon = ":", Wrb = "WRB", OpenQuote = "``", CloseQuote = "''", Wp = "WP", Rp = "RP",
        Uh = "UH", Pos = "POS", Hyph = "HYPH", Nnps = "NNPS", Jjr = "JJR", Jjs = "JJS", Ex = "EX",
        Nfp = "NFP", Rbr = "RBR", Add = "ADD", Gw = "GW", Currency = "$", Sym = "SYM", Pdt = "PDT", Ls = "LS",
        Fw = "FW", Rbs = "RBS", Afx = "AFX", WpS = "WP$",
    }
}

codes! {
    /// Dependency relations with their subtypes.
    Deprel, "dependency relation" {
        Root = "root", Nsubj = "nsubj", NsubjPass = "nsubj:pass", NsubjOuter = "nsubj:outer", Csubj = "csubj",
        CsubjPass = "csubj:pass", CsubjOuter = "csubj:outer", Obj = "obj", Iobj = "iobj", Ccomp = "ccomp",
        Xcomp = "xcomp", Obl = "obl", OblAgent = "obl:agent", OblUnmarked = "obl:unmarked",
        OblTmod = "obl:tmod", OblNpmod = "obl:npmod", Advcl = "advcl", AdvclRelcl = "advcl:relcl",
        Advmod = "advmod", Nmod = "nmod", NmodPoss = "nmod:poss", NmodUnmarked = "nmod:unmarked",
        NmodTmod = "nmod:tmod", NmodNpmod = "nmod:npmod", NmodDesc = "nmod:desc", Amod = "amod",
        Nummod = "nummod", Appos = "appos", Acl = "acl", AclRelcl = "acl:relcl", Compound = "compound",
        CompoundPrt = "compound:prt", Flat = "flat", FlatForeign = "flat:foreign", Fixed = "fixed",
        Conj = "conj", Cc = "cc", CcPreconj = "cc:preconj", Case = "case", Mark = "mark", Det = "det",
        DetPredet = "det:predet", Aux = "aux", AuxPass = "aux:pass", Cop = "cop", Expl = "expl",
        Vocative = "vocative", Dislocated = "dislocated", Discourse = "discourse", Parataxis = "parataxis",
        List = "list", Punct = "punct", Dep = "dep", Orphan = "orphan", Goeswith = "goeswith",
        Reparandum = "reparandum",
    }
}

codes! {
    /// What kind of thing a noun phrase names.
    EntityKind, "entity kind" {
        Person = "person", Organization = "organization", Place = "place", Event = "event", Object = "object",
        Time = "time", Abstract = "abstract", Animal = "animal", Plant = "plant", Substance = "substance",
    }
}

impl Deprel {
    /// Whether this is `other` or a subtype of it, as `nsubj:pass` is of `nsubj`.
    pub fn is(self, other: Deprel) -> bool {
        self == other || self.as_str().split(':').next() == Some(other.as_str())
    }
}

"""Formulas as MathML, which browsers draw by themselves: the usual script that does it would come from another host.

It knows the TeX that notebooks use. What it does not know stays readable as TeX.
"""

import re
from html import escape

TOKEN = re.compile(r"\\[a-zA-Z]+\*?|\\.|[0-9]+(?:\.[0-9]+)?|\S", re.DOTALL)
GREEK = dict(
    zip(
        "alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi varpi rho sigma varsigma tau"
        " upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega".split(),
        "αβγδϵεζηθϑικλμνξπϖρσςτυϕφχψωΓΔΘΛΞΠΣΥΦΨΩ",
    )
)
LETTERS = {**GREEK, "infty": "∞", "partial": "∂", "nabla": "∇", "ell": "ℓ", "hbar": "ℏ", "emptyset": "∅", "Re": "ℜ", "Im": "ℑ", "aleph": "ℵ"}
LARGE = {"sum": "∑", "prod": "∏", "int": "∫", "iint": "∬", "oint": "∮", "bigcup": "⋃", "bigcap": "⋂"}
OPERATORS = {
    "cdot": "⋅", "times": "×", "div": "÷", "pm": "±", "mp": "∓", "ast": "∗", "star": "⋆", "circ": "∘", "oplus": "⊕", "otimes": "⊗",
    "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "ne": "≠", "neq": "≠", "ll": "≪", "gg": "≫", "approx": "≈", "sim": "∼", "simeq": "≃",
    "equiv": "≡", "propto": "∝", "in": "∈", "notin": "∉", "ni": "∋", "subset": "⊂", "subseteq": "⊆", "supset": "⊃", "supseteq": "⊇",
    "cup": "∪", "cap": "∩", "setminus": "∖", "to": "→", "rightarrow": "→", "leftarrow": "←", "Rightarrow": "⇒", "Leftarrow": "⇐",
    "leftrightarrow": "↔", "Leftrightarrow": "⇔", "iff": "⇔", "implies": "⟹", "mapsto": "↦", "forall": "∀", "exists": "∃", "neg": "¬",
    "land": "∧", "wedge": "∧", "lor": "∨", "vee": "∨", "perp": "⊥", "parallel": "∥", "mid": "∣", "dots": "…", "ldots": "…", "cdots": "⋯",
    "vdots": "⋮", "ddots": "⋱", "langle": "⟨", "rangle": "⟩", "lfloor": "⌊", "rfloor": "⌋", "lceil": "⌈", "rceil": "⌉", "lVert": "‖",
    "rVert": "‖", "Vert": "‖", "lvert": "|", "rvert": "|", "vert": "|", "prime": "′", "colon": ":", "{": "{", "}": "}", "|": "‖",
    "%": "%", "#": "#", "&": "&", "$": "$", "_": "_",
}
FUNCTIONS = set("sin cos tan cot arcsin arccos arctan sinh cosh tanh log ln lg exp min max sup inf lim arg det dim gcd ker Pr".split())
UNDER = {"min", "max", "sup", "inf", "lim", "operatorname*", *LARGE} - {"int", "iint", "oint"}
SPACES = {",": 0.17, ":": 0.22, ";": 0.28, " ": 0.25, "!": -0.17, "quad": 1, "qquad": 2}
ACCENTS = {"hat": "^", "widehat": "^", "bar": "¯", "overline": "¯", "vec": "→", "tilde": "~", "widetilde": "~", "dot": "˙", "ddot": "¨"}
FONTS = {"mathbf": "font-weight:bold", "boldsymbol": "font-weight:bold;font-style:italic", "mathit": "font-style:italic", "mathsf": "font-family:sans-serif"}
BLACKBOARD = dict(zip("CHNPQRZE1", "ℂℍℕℙℚℝℤ𝔼𝟙"))
FENCES = {"pmatrix": "()", "bmatrix": "[]", "Bmatrix": "{}", "vmatrix": "||", "Vmatrix": "‖‖", "matrix": "", "cases": "{", "array": ""}
ALIGNED = {"aligned", "align", "align*", "split", "gather", "gathered", "gather*", "equation", "equation*"}


class Unknown(Exception):
    """TeX that is not understood."""


def to_html(source, display):
    """The formula as MathML; as its source where it has something that is not known."""
    try:
        parser = Parser(source)
        content = parser.row(None)
    except (Unknown, IndexError, RecursionError):
        tag = "div" if display else "span"
        return f'<{tag} class="tex"><code>{escape(source.strip())}</code></{tag}>'
    block = ' display="block"' if display else ""
    return (
        f'<math xmlns="http://www.w3.org/1998/Math/MathML"{block}><semantics><mrow>{content}</mrow>'
        f'<annotation encoding="application/x-tex">{escape(source.strip())}</annotation></semantics></math>'
    )


class Parser:
    def __init__(self, source):
        self.source = source
        self.tokens = list(TOKEN.finditer(source))
        self.at = 0

    def peek(self):
        return self.tokens[self.at].group() if self.at < len(self.tokens) else None

    def take(self, wanted=None):
        token = self.tokens[self.at].group()
        if wanted is not None and token != wanted:
            raise Unknown(token)
        self.at += 1
        return token

    def row(self, end, stops=()):
        """Everything up to `end`, which is taken, or one of `stops`, which is not."""
        parts = []
        while self.peek() != end and self.peek() not in stops:
            parts.append(self.scripted())
        if end is not None:
            self.take(end)
        return "".join(parts)

    def scripted(self):
        name = (self.peek() or "").lstrip("\\")
        base = self.atom()
        scripts = {}
        while self.peek() in ("^", "_", "'"):
            kind = self.take()
            if kind == "'":
                scripts["^"] = scripts.get("^", "") + "<mo>′</mo>"
            elif kind in scripts and "′" not in scripts[kind]:
                raise Unknown("double " + kind)
            else:
                scripts[kind] = scripts.get(kind, "") + self.atom()
        below, above = (f"<mrow>{scripts[kind]}</mrow>" if kind in scripts else "" for kind in "_^")
        if not scripts:
            return base
        outside = name in UNDER
        if below and above:
            tag = "munderover" if outside else "msubsup"
        elif below:
            tag = "munder" if outside else "msub"
        else:
            tag = "mover" if outside else "msup"
        return f"<{tag}>{base}{below}{above}</{tag}>"

    def atom(self):
        token = self.take()
        if token == "{":
            return f"<mrow>{self.row('}')}</mrow>"
        if token.startswith("\\"):
            return self.command(token[1:])
        if token in "}&^_#$":
            raise Unknown(token)
        if token[0].isdigit():
            return f"<mn>{token}</mn>"
        if token.isalpha():
            return f"<mi>{token}</mi>"
        return f"<mo>{escape({'-': '−', '*': '∗'}.get(token, token))}</mo>"

    def command(self, name):
        if name in LETTERS:
            return f"<mi>{LETTERS[name]}</mi>"
        if name in LARGE:
            return f'<mo largeop="true">{LARGE[name]}</mo>'
        if name in OPERATORS:
            return f"<mo>{escape(OPERATORS[name])}</mo>"
        if name in FUNCTIONS:
            return f"<mi>{name}</mi>"
        if name in SPACES:
            return f'<mspace width="{SPACES[name]}em"></mspace>'
        if name in ACCENTS:
            return f'<mover accent="true">{self.atom()}<mo>{ACCENTS[name]}</mo></mover>'
        if name in ("frac", "dfrac", "tfrac"):
            return f"<mfrac>{self.atom()}{self.atom()}</mfrac>"
        if name == "binom":
            return f'<mrow><mo>(</mo><mfrac linethickness="0">{self.atom()}{self.atom()}</mfrac><mo>)</mo></mrow>'
        if name == "sqrt":
            if self.peek() != "[":
                return f"<msqrt>{self.atom()}</msqrt>"
            self.take()
            index = self.row("]")
            return f"<mroot>{self.atom()}<mrow>{index}</mrow></mroot>"
        if name in ("text", "textrm", "textit", "textbf", "mbox"):
            return f"<mtext>{escape(self.words()).replace(' ', '&#160;')}</mtext>"
        if name in ("mathrm", "operatorname", "operatorname*", "mathcal", "mathtt"):
            return f'<mi mathvariant="normal">{escape(self.words())}</mi>'
        if name == "mathbb":
            return "".join(f"<mi>{BLACKBOARD[letter]}</mi>" if letter in BLACKBOARD else self.unknown(letter) for letter in self.words())
        if name in FONTS:
            return f'<mrow style="{FONTS[name]}">{self.atom()}</mrow>'
        if name == "left":
            opening = self.fence()
            inside = self.row("\\right")
            return f"<mrow>{opening}{inside}{self.fence()}</mrow>"
        if name == "begin":
            return self.environment(self.words())
        if name in ("displaystyle", "limits", "nolimits", "big", "Big", "bigl", "bigr", "Bigl", "Bigr", "nonumber"):
            return ""
        return self.unknown(name)

    def unknown(self, name):
        raise Unknown(name)

    def fence(self):
        token = self.take()
        sign = "" if token == "." else OPERATORS.get(token[1:]) if token.startswith("\\") else token
        if sign is None:
            raise Unknown(token)
        return f'<mo stretchy="true" fence="true">{escape(sign)}</mo>' if sign else ""

    def words(self):
        """What stands in braces, as it is written."""
        start = self.tokens[self.at].end()
        self.take("{")
        depth = 1
        while depth:
            depth += {"{": 1, "}": -1}.get(self.take(), 0)
        text = self.source[start : self.tokens[self.at - 1].start()]
        if "\\" in text or "$" in text:
            raise Unknown(text)
        return text

    def environment(self, name):
        if name not in FENCES and name not in ALIGNED:
            raise Unknown(name)
        if name == "array":
            self.words()
        rows = [[]]
        while True:
            rows[-1].append(self.row(None, ("&", "\\\\", "\\end")))
            token = self.take()
            if token == "\\\\":
                rows.append([])
            elif token == "\\end":
                self.words()
                break
        left = ' columnalign="left"' if name == "cases" else ' columnalign="right left"' if name in ALIGNED else ""
        table = "".join("<mtr>" + "".join(f"<mtd>{cell}</mtd>" for cell in row) + "</mtr>" for row in rows if row != [""])
        fences = [f'<mo stretchy="true" fence="true">{sign}</mo>' for sign in FENCES.get(name, "")] + ["", ""]
        return f"<mrow>{fences[0]}<mtable{left}>{table}</mtable>{fences[1]}</mrow>"

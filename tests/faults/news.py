"""News-like sentences and articles made from templates: the same for the same random.Random."""

FIRST_NAMES = ["Anna", "Viktor", "Maria", "Peter", "Sofia", "Daniel", "Irina", "Thomas", "Elena", "Marcus", "Julia",
               "Oskar", "Nadia", "Henrik", "Clara", "Paul"]
LAST_NAMES = ["Keller", "Orlov", "Lindqvist", "Moreau", "Novak", "Brandt", "Castellano", "Whitfield", "Haddad",
              "Petrenko", "Sorensen", "Okafor", "Varga", "Duarte", "Ivers", "Tanaka"]
ROLES = ["President", "Foreign Minister", "Senator", "Prime Minister", "Governor", "Secretary General"]
ORGANISATIONS = ["NATO", "the European Union", "the United Nations", "Amnesty International", "the Central Bank",
                 "the Labour Party", "Greenpeace", "the World Health Organization"]
ISSUES = ["the new tax", "the ceasefire", "nuclear energy", "the trade agreement", "stricter border controls",
          "the climate law", "higher wages", "the pension reform", "sanctions", "the enlargement of the alliance"]
PLACES = ["Berlin", "Geneva", "Ottawa", "Lisbon", "Warsaw", "Nairobi"]
TEMPLATES = [
    "{role} {first} {last} said that {organisation} supports {issue}.",
    '"We will never accept {issue}," {last} told reporters in {place}.',
    "{last} condemned {organisation} over {issue}, according to {role} {first} {other}.",
    "{first} {last} denied that {other} had rejected {issue}.",
    '"It is time for {issue}," said {role} {first} {last}. "{organisation} must act."',
    "{organisation} backed {issue}, but {first} {last} warned that it may fail.",
    "\u201cNobody wants {issue},\u201d {first} {last} wrote. \u201cI do not trust {organisation}.\u201d",
    "He also accused {organisation} of ignoring {issue}.",
    "The talks in {place} about {issue} lasted for three hours.",
    "{last} said {other} claimed that {organisation} opposes {issue}.",
]


def sentence(random):
    """One sentence about invented people and real organisations."""
    return random.choice(TEMPLATES).format(
        role=random.choice(ROLES), first=random.choice(FIRST_NAMES), last=random.choice(LAST_NAMES),
        other=random.choice(LAST_NAMES), organisation=random.choice(ORGANISATIONS), issue=random.choice(ISSUES),
        place=random.choice(PLACES))


def text(random, size):
    """Paragraphs of sentences, at least `size` characters."""
    paragraphs = []
    made = 0
    while made < size:
        paragraphs.append(" ".join(sentence(random) for _ in range(random.randint(1, 5))))
        made += len(paragraphs[-1]) + 2
    return "\n\n".join(paragraphs) + "\n"

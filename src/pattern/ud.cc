#include "pattern/ud.h"

namespace claimgraph::pattern {

const std::vector<std::string>& known_upos() {
  static const std::vector<std::string> kUpos = {"ADJ",   "ADP",   "ADV", "AUX",  "CCONJ", "DET",
                                                 "INTJ",  "NOUN",  "NUM", "PART", "PRON",  "PROPN",
                                                 "PUNCT", "SCONJ", "SYM", "VERB", "X"};
  return kUpos;
}

const std::vector<std::string>& known_relations() {
  static const std::vector<std::string> kRelations = {
      "acl",      "advcl",     "advmod", "amod",       "appos", "aux",      "case",      "cc",         "ccomp", "clf",
      "compound", "conj",      "cop",    "csubj",      "dep",   "det",      "discourse", "dislocated", "expl",  "fixed",
      "flat",     "goeswith",  "iobj",   "list",       "mark",  "nmod",     "nsubj",     "nummod",     "obj",   "obl",
      "orphan",   "parataxis", "punct",  "reparandum", "root",  "vocative", "xcomp"};
  return kRelations;
}

const std::vector<std::string>& known_features() {
  static const std::vector<std::string> kFeatures = {
      "Abbr",     "AdpType",   "AdvType",   "Animacy",  "Aspect",   "Case",      "Clusivity", "ConjType",   "Definite",
      "Degree",   "Deixis",    "DeixisRef", "Evident",  "ExtPos",   "Foreign",   "Gender",    "HybridType", "Mood",
      "NameType", "NounClass", "NounType",  "NumForm",  "NumType",  "NumValue",  "Number",    "PartType",   "Person",
      "Polarity", "Polite",    "Poss",      "PrepCase", "PronType", "PunctSide", "PunctType", "Reflex",     "Style",
      "Subcat",   "Tense",     "Typo",      "VerbForm", "VerbType", "Voice"};
  return kFeatures;
}

std::string_view universal_part(std::string_view relation) { return relation.substr(0, relation.find(':')); }

}  // namespace claimgraph::pattern

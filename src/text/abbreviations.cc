#include "text/abbreviations.h"

#include "text/character.h"
#include "text/word_set.h"

namespace claimgraph::text {
namespace {

// Titles, ranks and offices, and what stands before the name of a place.
constexpr auto kTitle =
    word_set("Mr", "MR", "mr", "Mrs", "MRS", "mrs", "Ms", "MS", "Mx", "Messrs", "Mme", "Mlle", "Dr", "DR", "dr", "Drs",
             "Prof", "prof", "Rev", "Fr", "Msgr", "Hon", "Gov", "Govs", "Sen", "Sens", "Rep", "Reps", "Pres", "Amb",
             "Atty", "Gen", "Lt", "Col", "Maj", "Capt", "Cpt", "Cmdr", "Cdr", "Adm", "Brig", "Sgt", "Cpl", "Pvt", "Pfc",
             "Det", "Insp", "Supt", "Spc", "Spec", "Comm", "Ald", "Asst", "St", "Ste", "Ft", "Mt", "Attn", "Ass't");

// Words of the middle of a sentence.
constexpr auto kInner = word_set("e.g", "E.g", "i.e", "I.e", "eg", "ie", "viz", "cf", "Cf", "vs", "Vs", "VS", "approx",
                                 "Approx", "ca", "esp", "incl", "n.b", "N.B", "P.S", "P.P.S", "a.k.a", "Dept", "dept",
                                 "Univ", "Inst", "Natl", "Intl", "Dist", "Div", "div", "tel", "Tel", "est", "Est");

// Ordinary words or names of days, but before a number.
constexpr auto kNumbered = word_set("vol", "Vol", "vols", "Vols", "Ed", "No", "no", "Nos", "nos", "NO", "Nr", "p", "pp",
                                    "pg", "Art", "art", "Arts", "Sec", "sec", "Fig", "fig", "Figs", "Ch", "ch", "Rm",
                                    "Ext", "ext", "Mar", "Sat", "Sun", "b", "c", "d", "Op", "op");

// States of the Union as newspapers write them, and provinces of Canada.
constexpr auto kState =
    word_set("Ala", "Ariz", "Ark", "Calif", "Colo", "Conn", "Del", "Fla", "Ga", "Ill", "Ind", "Kan", "Kans", "Ky", "La",
             "Mass", "Md", "Mich", "Minn", "Miss", "Mo", "Mont", "Neb", "Nev", "Okla", "Ore", "Pa", "Penn", "Tenn",
             "Tex", "Va", "Vt", "Wash", "Wis", "Wisc", "Wyo", "Ont", "Que", "Sask", "Alta");

// Months and days, companies, streets, times, measures and the rest.
constexpr auto kFinal =
    word_set("Sr", "Jr", "Esq", "Apr", "Bros", "Jan", "Feb", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec",
             "Mon", "Tue", "Tues", "Wed", "Thu", "Thur", "Thurs", "Fri", "Inc", "INC", "Corp", "corp", "Co", "Cos",
             "Ltd", "ltd", "Plc", "Bhd", "Pty", "Assn", "Ave", "Blvd", "Rd", "Hwy", "Pkwy", "Tpke", "a.m", "p.m", "A.M",
             "P.M", "etc", "Etc", "al", "Ph.D", "M.Sc", "B.Sc", "D.Phil", "M.Phil", "LL.B", "LL.M", "ft", "lb", "lbs",
             "oz", "hrs", "hr", "mph", "govt", "Govt", "Arrv", "arrv", "R.I.P");

}  // namespace

bool is_dotted_letters(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size(); ++letters) {
    const Character c = character_at(word, at);
    if (!is_letter(c.kind)) return false;
    at += c.size;
    if (at == word.size()) break;
    if (word[at] != '.') return false;
    if (++at == word.size()) return false;
  }
  return letters >= 1;  // one was counted for each letter but the last
}

Abbreviation abbreviation(std::string_view word) {
  word.remove_prefix(word.rfind('-') + 1);  // npos + 1 is 0
  if (kTitle.contains(word)) return Abbreviation::title;
  if (kInner.contains(word)) return Abbreviation::inner;
  if (kNumbered.contains(word)) return Abbreviation::numbered;
  if (kState.contains(word)) return Abbreviation::state;
  return kFinal.contains(word) || is_dotted_letters(word) ? Abbreviation::final : Abbreviation::none;
}

}  // namespace claimgraph::text

#include "claimgraph/text/segmenter.h"

#include <doctest/doctest.h>

namespace claimgraph::text {
namespace {

TEST_CASE("segment: the words of Universal Dependencies") {
  struct Case {
    std::string_view text;
    std::string_view want;  // tokens apart by a space
  };
  constexpr Case kCases[] = {
      // Clitics and contractions.
      {"don't can't won't", "do n't ca n't wo n't"},
      {"DON'T don\u2019t can\u2019t", "DO N'T do n\u2019t ca n\u2019t"},
      {"couldn't've I'd've", "could n't 've I 'd 've"},
      {"cannot gonna gotta dont", "can not gon na got ta do nt"},
      {"IM and Cant. Ext", "IM and Ca nt . Ext"},
      {"it's Lavrov's Lavrov\u2019s NATO's", "it 's Lavrov 's Lavrov \u2019s NATO 's"},
      {"the Russians' and Russians\u2019 lands", "the Russians ' and Russians \u2019 lands"},
      {"the U.S.'s aim", "the U.S. 's aim"},
      {"Levi`s", "Levi `s"},
      {"the 1990's and the 1990s, but 2024's", "the 1990's and the 1990s , but 2024 's"},
      {"the '90s, '72 and get 'em", "the '90s , '72 and get 'em"},
      {"rock 'n' roll", "rock 'n' roll"},
      // Apostrophes that stay.
      {"O'Brien O\u2019Brien d'etat Ba'ath o'clock", "O'Brien O\u2019Brien d'etat Ba'ath o'clock"},
      {"'s", "'s"},
      {"n't", "n't"},
      // Numbers, money, measures.
      {"$3.2 US$5 \u20AC4.50 10%", "$ 3.2 US$ 5 \u20AC 4.50 10 %"},
      {"$3.2bn \u00A35m 10k", "$ 3.2 bn \u00A3 5 m 10 k"},
      {"5pm 7:30am 5p.m. 35mm", "5 pm 7:30 am 5 p.m. 35 mm"},
      {"1,234,567.89 and 1,2 or 1,2345", "1,234,567.89 and 1 , 2 or 1 , 2345"},
      {"1\u00A0000\u00A0000 but 20\u00A010", "1\u00A0000\u00A0000 but 20 10"},
      {".265 and +44", ".265 and +44"},
      {"1st 22nd 3rd 50,000th 1980s", "1st 22nd 3rd 50,000th 1980s"},
      {"9/11 1/2 24/7", "9/11 1/2 24/7"},
      {"2024-10-05 713-853-3989 345-9945", "2024-10-05 713-853-3989 345-9945"},
      {"5-4 and 1969-71", "5 - 4 and 1969 - 71"},
      {"6'2\" tall", "6 ' 2 \" tall"},
      {"B2B F16s 3D", "B2B F16s 3D"},
      // Hyphens, dashes, slashes, ampersands.
      {"long-term so-called al-Assad", "long - term so - called al - Assad"},
      {"co-founder anti-Russian re-elected mid-1980s e-mail", "co-founder anti-Russian re-elected mid-1980s e-mail"},
      {"Ex-minister Non-NATO", "Ex-minister Non-NATO"},
      {"mother-in-law's", "mother - in - law 's"},
      {"no--yes\u2014maybe \u2013 so --- end", "no -- yes \u2014 maybe \u2013 so --- end"},
      {"he/she and/or w/o", "he / she and / or w/o"},
      {"AT&T R&D Smith&Sons S.&P.", "AT&T R&D Smith & Sons S. & P."},
      // Stops.
      {"Mr. Smith, Gov. Lee and St. Paul", "Mr. Smith , Gov. Lee and St. Paul"},
      {"J. K. Rowling, J.R.R. Tolkien", "J. K. Rowling , J.R.R. Tolkien"},
      {"No. 10 said no. 3", "No. 10 said no. 3"},
      {"It said no.", "It said no ."},
      {"Lee, R-Ky., and Ann (D-Mass.)", "Lee , R - Ky. , and Ann ( D - Mass. )"},
      {"the holy Mass.", "the holy Mass ."},
      {"the non-U.S. firms", "the non-U.S. firms"},
      {"Plan B.", "Plan B ."},
      {"a.m. Ph.D. e.g. etc.", "a.m. Ph.D. e.g. etc."},
      {"said.The end", "said . The end"},
      {"wait... wait. . . what\u2026 ?!", "wait ... wait . . . what \u2026 ?!"},
      {"Yahoo! Stop!", "Yahoo! Stop !"},
      // Addresses and the like.
      {"(https://example.org/a_(b)?q=1).", "( https://example.org/a_(b)?q=1 ) ."},
      {"www.example.org, example.co.uk/news.", "www.example.org , example.co.uk/news ."},
      {"Mail ann.lee@example.org.", "Mail ann.lee@example.org ."},
      {"@", "@"},
      {"@ann_lee: #MeToo #1", "@ann_lee : #MeToo # 1"},
      {"Great :-) or :( he said:no", "Great :-) or :( he said : no"},
      // Emoji: one token a grapheme.
      {"\U0001F44D\U0001F3FD\U0001F44D", "\U0001F44D\U0001F3FD \U0001F44D"},
      {"\U0001F1FA\U0001F1E6\U0001F1F7\U0001F1FA", "\U0001F1FA\U0001F1E6 \U0001F1F7\U0001F1FA"},
      {"\U0001F468\u200D\U0001F469\u200D\U0001F467!", "\U0001F468\u200D\U0001F469\u200D\U0001F467 !"},
      {"\u2764\uFE0F", "\u2764\uFE0F"},
      // Spaces, marks, bytes.
      {"a\u00A0b\u2003c\u200Bd\uFEFFe", "a b c d e"},
      {"cafe\u0301 na\u00EFve", "cafe\u0301 na\u00EFve"},
      {"\u0301x", "\u0301x"},
      {"a\xFF\xFE"
       "b",
       "a \xFF \xFE b"},
      {"Russia\u00E2\u20AC\u2122s", "Russia\u00E2 \u20AC \u2122 s"},
      {"''We'' ``lost''", "'' We '' `` lost ''"},
      {"[...] (a)", "[ ... ] ( a )"},
      {"f*ck f*** c++", "f*ck f *** c ++"},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.text);
    std::string got;
    for (const Span token : segment(c.text).tokens) {
      if (!got.empty()) got += ' ';
      got += c.text.substr(token.begin, token.size());
    }
    CHECK(got == c.want);
  }
}

TEST_CASE("segment: where sentences end, and where they do not") {
  struct Case {
    std::string_view text;
    std::string_view want;  // sentences apart by " | "
  };
  constexpr Case kCases[] = {
      {"He left. She stayed.", "He left. | She stayed."},
      {"no stop at all", "no stop at all"},
      {"Why? Because! Yes\u2026 Oh?! Fine.", "Why? | Because! | Yes\u2026 | Oh?! | Fine."},
      {"he left. then she left.", "he left. | then she left."},
      // Datelines.
      {"KYIV, March 3 (Reuters) - The minister left.", "KYIV, March 3 (Reuters) - | The minister left."},
      {"WASHINGTON (AP) \u2014 \u201CNo,\u201D he said.", "WASHINGTON (AP) \u2014 | \u201CNo,\u201D he said."},
      {"MOSCOW \u2014 Lavrov left.", "MOSCOW \u2014 | Lavrov left."},
      {"Brussels, 12 May 2025 \u2013 Tariffs rose.", "Brussels, 12 May 2025 \u2013 | Tariffs rose."},
      {"Lavrov \u2013 Russia's minister \u2013 left.", "Lavrov \u2013 Russia's minister \u2013 left."},
      {"NATO \u2014 the alliance \u2014 left.", "NATO \u2014 the alliance \u2014 left."},
      {"Carrow, said Lind \u2014 She left.", "Carrow, said Lind \u2014 She left."},
      {"COVID-19 Spread.", "COVID-19 Spread."},
      {"He left MOSCOW \u2014 She stayed.", "He left MOSCOW \u2014 She stayed."},
      // Quotations.
      {"\"We lost.\" The minister left.", "\"We lost.\" | The minister left."},
      {"\u201CWe lost. We left,\u201D he said.", "\u201CWe lost. | We left,\u201D he said."},
      {"\"Why?\" he asked.", "\"Why?\" he asked."},
      {"\u201CGo!\u201D said Lee.", "\u201CGo!\u201D said Lee."},
      {"\u201CNever!\u201D Mr. Lee said. He left.", "\u201CNever!\u201D Mr. Lee said. | He left."},
      {"\"Never!\" He said nothing.", "\"Never!\" | He said nothing."},
      {"\"No.\"\"Yes.\"", "\"No.\" | \"Yes.\""},
      {"He said: \"Go.\" \"Now.\"", "He said: \"Go.\" | \"Now.\""},
      {"''We lost.'' The end.", "''We lost.'' | The end."},
      {"It is \u2018over.\u2019 It is.", "It is \u2018over.\u2019 | It is."},
      {"(He left.) She stayed.", "(He left.) | She stayed."},
      {"Prices rose (by 5 p.m.). They fell.", "Prices rose (by 5 p.m.). | They fell."},
      {"Gen. (ret.) Lee left. (He did.) So.", "Gen. (ret.) Lee left. | (He did.) | So."},
      {"It grew.[12] It fell. [3] It grew.", "It grew.[12] | It fell. [3] | It grew."},
      {"Well done! \U0001F44D Next.", "Well done! \U0001F44D | Next."},
      // Abbreviations that may end a sentence.
      {"He runs Acme Inc. The firm grew.", "He runs Acme Inc. | The firm grew."},
      {"Acme Inc. Chairman Lee left.", "Acme Inc. Chairman Lee left."},
      {"He left at 5 p.m. He was tired.", "He left at 5 p.m. | He was tired."},
      {"He left at 5 p.m. Monday.", "He left at 5 p.m. Monday."},
      {"He likes the U.S. It is big.", "He likes the U.S. | It is big."},
      {"The U.S. Treasury paid.", "The U.S. Treasury paid."},
      {"He likes the U.S. \u201CIt is big,\u201D he said.", "He likes the U.S. | \u201CIt is big,\u201D he said."},
      {"Gov. C.L. \"Butch\" Otter spoke.", "Gov. C.L. \"Butch\" Otter spoke."},
      {"Plan B. The rest.", "Plan B. | The rest."},
      {"It rained, snowed, etc. We left.", "It rained, snowed, etc. | We left."},
      // Abbreviations that may not.
      {"Mr. The Rock and Sen. All", "Mr. The Rock and Sen. All"},
      {"Cities, e.g. The Hague.", "Cities, e.g. The Hague."},
      {"See No. 10. No. That is it.", "See No. 10. | No. | That is it."},
      {"In Jan. 2024 he left.", "In Jan. 2024 he left."},
      // Numbers and ellipses.
      {"It rose 3.5 percent.", "It rose 3.5 percent."},
      {"3. Lee won. B. Kim lost.", "3. Lee won. | B. Kim lost."},
      {"He said . . . nothing.", "He said . . . nothing."},
      {"There is a lot . . . [of] hope.", "There is a lot . . . [of] hope."},
      {"Well... yes. Well... He left.", "Well... yes. | Well... | He left."},
      {"Yahoo! Mail and Jeb! Bush.", "Yahoo! Mail and Jeb! Bush."},
      {"Said it.The end.", "Said it. | The end."},
      {"Read on. https://example.org/x", "Read on. | https://example.org/x"},
      {"eBay grew. iPhone sales fell.", "eBay grew. | iPhone sales fell."},
      {"Visit example.org. It is free.", "Visit example.org. | It is free."},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.text);
    const Segmentation cut = segment(c.text);
    std::string got;
    for (const TokenRange sentence : cut.sentences) {
      if (!got.empty()) got += " | ";
      const std::uint32_t begin = cut.tokens[sentence.begin].begin;
      got += c.text.substr(begin, cut.tokens[sentence.end - 1].end - begin);
    }
    CHECK(got == c.want);
  }
}

TEST_CASE("segment: nothing to cut") {
  for (const std::string_view text : {"", " ", "\n\n", "\u00A0\u2028\r\n\t", "\uFEFF"}) {
    CHECK(segment(text) == Segmentation{});
  }
}

TEST_CASE("segment: words that were cut at their clitics") {
  struct Case {
    std::string_view text;
    std::string_view want;  // the words of several tokens, apart by "|"
  };
  constexpr Case kCases[] = {
      {"I don't know.", "don't"},
      {"Lavrov\u2019s aide cannot say.", "Lavrov\u2019s|cannot"},
      {"They shouldn't've gone.", "shouldn't've"},
      {"A mother-in-law's gonna talk.", "law's|gonna"},
      {"It's the U.S.'s aim", "It's|U.S.'s"},
      {"I'm, you're, he'd", "I'm|you're|he'd"},
      // Cut, but not at a clitic.
      {"A long-term plan, 5pm.", ""},
      {"the Russians' lands", ""},
      {"and/or (see p.5)", ""},
      {"the 1990's, O'Brien, 'em, rock 'n' roll", ""},
      {"", ""},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.text);
    const Segmentation cut = segment(c.text);
    std::string got;
    for (const TokenRange word : cut.multiword) {
      const std::uint32_t begin = cut.tokens[word.begin].begin;
      if (!got.empty()) got += '|';
      got += c.text.substr(begin, cut.tokens[word.end - 1].end - begin);
    }
    CHECK(got == c.want);
  }
}

TEST_CASE("segment: a word that the cut of an endless sentence parts is several") {
  const std::string text = std::string(999, '(') + "don't" + std::string(20, '(');
  const Segmentation cut = segment(text);
  REQUIRE(cut.sentences.size() == 2);
  CHECK(cut.sentences[0].end == 1000);
  CHECK(cut.multiword.empty());
}

}  // namespace
}  // namespace claimgraph::text

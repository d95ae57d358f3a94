#pragma once

#include <random>
#include <vector>

#include "article.h"
#include "claimgraph/query/filter.h"

namespace claimgraph::query {

// Persons, in no way alike, whom generated articles speak of.
inline constexpr const char* kPersons[] = {"Ada Quill", "Bo Marsh", "Cy Tarn", "Di Fen"};

// Articles with random claims and stances among the persons; dates, publishers and confidences often tie or are
// missing.
std::vector<Article> generated_articles(std::mt19937& random, std::size_t count);

// A filter that lets about half of it through.
Filter generated_filter(std::mt19937& random);

// Whether the document and confidence of a fact pass, by the letter of Filter's comments.
bool slowly_accepted(const Filter& filter, const kg::Source& source, double confidence);

}  // namespace claimgraph::query

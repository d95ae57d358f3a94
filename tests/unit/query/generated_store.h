#pragma once

#include <random>
#include <string>
#include <vector>

#include "article.h"
#include "claimgraph/query/filter.h"
#include "claimgraph/store/store.h"

namespace claimgraph::query {

// A name that generated articles speak of, or one that is like it, or nobody's.
std::string generated_name(std::mt19937& random);

// Articles with random claims and stances among persons, places and things of which some share names, surnames and
// aliases; dates, publishers and confidences often tie or are missing.
std::vector<Article> generated_articles(std::mt19937& random, std::size_t count);

// What a user may say of who is who in such articles.
kg::Link generated_link(std::mt19937& random);

// A filter that lets about half of it through.
Filter generated_filter(std::mt19937& random);

}  // namespace claimgraph::query

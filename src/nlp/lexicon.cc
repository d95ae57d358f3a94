#include "claimgraph/nlp/lexicon.h"

#include "claimgraph/pattern/lexicon_index.h"

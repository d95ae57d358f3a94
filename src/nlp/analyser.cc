#include "claimgraph/nlp/analyser.h"

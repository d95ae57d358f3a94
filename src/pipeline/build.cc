#include "claimgraph/extract/extractor.h"

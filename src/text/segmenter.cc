#include "claimgraph/text/segmenter.h"

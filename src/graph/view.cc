#include "claimgraph/graph/view.h"

#include "claimgraph/query/query.h"
